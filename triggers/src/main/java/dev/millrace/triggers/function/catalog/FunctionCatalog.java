package dev.millrace.triggers.function.catalog;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.function.FunctionTarget;
import dev.millrace.triggers.function.Functions;
import dev.millrace.triggers.function.code.CodeReference;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.instance.Instance;
import dev.millrace.triggers.function.instance.PooledFunction;
import dev.millrace.triggers.mapping.MappingChecks;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// All functions that clients have made: kept in the engine, with their code on disk. Safe for many
/// threads.
///
/// Changes are made one after the other: first the code is on disk, then a commit names it, then
/// copies of the old function are retired and code that nothing names any more is removed. A crash
/// in between leaves at most code without a function, which the next start removes.
public final class FunctionCatalog implements Functions {
    private final FunctionSurroundings surroundings;
    private final FunctionChecks checks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();

    private FunctionCatalog(FunctionSurroundings surroundings) {
        this.surroundings = surroundings;
        this.checks = new FunctionChecks(surroundings.runtimes());
    }

    private record Entry(FunctionDefinition definition, PooledFunction target) {}

    /// Reads the functions that are kept.
    public static FunctionCatalog open(FunctionSurroundings surroundings) {
        FunctionCatalog catalog = new FunctionCatalog(surroundings);
        var request = new ReadDocumentsRequest(FunctionDocument.KIND, "");
        for (Document document : surroundings.readDocuments().execute(request).documents()) {
            catalog.enter(FunctionDocument.decode(document));
        }
        catalog.removeUnused();
        return catalog;
    }

    @Override
    public @Nullable FunctionTarget find(String name, @Nullable String qualifier) {
        Entry entry = entries.get(name);
        return entry != null && (qualifier == null || qualifier.equals(FunctionPlan.VERSION))
                ? entry.target()
                : null;
    }

    /// Makes a function.
    ///
    /// @throws dev.millrace.model.error.ApiException if it cannot be
    public FunctionView create(NewFunction asked) {
        return locked(() -> {
            checks.require(asked.settings());
            MappingChecks.require(asked.tags());
            if (entries.containsKey(asked.name()) || surroundings.isTaken().test(asked.name())) {
                throw FunctionErrors.exists(asked.name());
            }
            FunctionDefinition made =
                    new FunctionDefinition(
                            asked.name(),
                            asked.settings(),
                            surroundings.code().put(asked.zip().bytes()),
                            asked.architecture(),
                            surroundings.clock().instant(),
                            surroundings.newId().get(),
                            null,
                            asked.tags());
            keep(made);
            return new FunctionView(made, FunctionView.Moment.CREATED);
        });
    }

    /// Gives a function other code.
    ///
    /// @throws dev.millrace.model.error.ApiException if it cannot have it, or does not exist
    public FunctionView update(String name, CodeUpdate update) {
        return locked(() -> {
            FunctionDefinition before = require(name, update.revisionId());
            CodeReference code = surroundings.code().put(update.zip().bytes());
            String architecture = update.architecture();
            FunctionDefinition after =
                    before.with(
                            code,
                            architecture == null ? before.architecture() : architecture,
                            surroundings.clock().instant(),
                            surroundings.newId().get());
            if (!update.dryRun()) {
                replace(after);
            }
            removeUnused();
            return new FunctionView(after, FunctionView.Moment.UPDATED);
        });
    }

    /// Gives a function other settings.
    ///
    /// @throws dev.millrace.model.error.ApiException if it cannot have them, or does not exist
    public FunctionView update(String name, SettingsUpdate update) {
        return locked(() -> {
            FunctionDefinition before = require(name, update.revisionId());
            FunctionSettings settings = update.settings().apply(before.settings());
            checks.require(settings);
            FunctionDefinition after =
                    before.with(
                            settings, surroundings.clock().instant(), surroundings.newId().get());
            replace(after);
            return new FunctionView(after, FunctionView.Moment.UPDATED);
        });
    }

    /// Limits how many invocations of a function there may be at a time; null for no limit.
    ///
    /// @throws dev.millrace.model.error.ApiException if it does not exist
    public void reserve(String name, @Nullable Integer limit) {
        change(name, before -> before.withReserved(limit));
    }

    /// Replaces the tags of a function.
    ///
    /// @throws dev.millrace.model.error.ApiException if it does not exist
    public void tag(String name, Map<String, String> tags) {
        change(name, before -> before.withTags(tags));
    }

    /// Removes a function with all that it logged.
    ///
    /// @throws dev.millrace.model.error.ApiException if it does not exist
    public void delete(String name) {
        locked(() -> {
            require(name, null);
            write(FunctionDocument.remove(name));
            entries.remove(name);
            surroundings.pool().retire(name);
            surroundings.logs().remove(name);
            removeUnused();
            return name;
        });
    }

    /// The function with this name.
    ///
    /// @throws dev.millrace.model.error.ApiException if there is none
    public FunctionView get(String name) {
        return new FunctionView(require(name, null), FunctionView.Moment.SETTLED);
    }

    /// All functions, by name.
    public List<FunctionView> list() {
        return entries.values().stream()
                .map(entry -> new FunctionView(entry.definition(), FunctionView.Moment.SETTLED))
                .toList();
    }

    private void change(String name, UnaryOperator<FunctionDefinition> change) {
        locked(() -> {
            FunctionDefinition after = change.apply(require(name, null));
            keep(after);
            return after;
        });
    }

    private void replace(FunctionDefinition after) {
        keep(after);
        surroundings.pool().retire(after.name());
    }

    private void keep(FunctionDefinition function) {
        write(FunctionDocument.put(function));
        enter(function);
    }

    private void enter(FunctionDefinition function) {
        entries.put(
                function.name(),
                new Entry(
                        function,
                        new PooledFunction(
                                function.plan(),
                                plan -> start(plan, function.code()),
                                surroundings.pool())));
    }

    private Instance start(FunctionPlan plan, CodeReference code) {
        return surroundings
                .launcher()
                .launch(
                        plan,
                        surroundings
                                .runtimes()
                                .code(
                                        plan.runtime(),
                                        plan.handler(),
                                        plan.memoryMegabytes(),
                                        surroundings.code().directory(code)));
    }

    private FunctionDefinition require(String name, @Nullable String revisionId) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw FunctionErrors.notFound(
                    surroundings.names().functionArn(new FunctionName(name, null)));
        }
        if (revisionId != null && !revisionId.equals(entry.definition().revisionId())) {
            throw FunctionErrors.wrongRevision();
        }
        return entry.definition();
    }

    private void removeUnused() {
        surroundings
                .code()
                .retain(
                        entries.values().stream()
                                .map(entry -> entry.definition().code())
                                .collect(Collectors.toSet()));
    }

    private void write(DocumentChange change) {
        surroundings.writeDocuments().execute(new WriteDocumentsRequest(List.of(change)));
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
