package dev.millrace.triggers.run;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.triggers.deadletter.DeadLetters;
import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.mapping.LambdaErrors;
import dev.millrace.triggers.mapping.MappingChecks;
import dev.millrace.triggers.mapping.MappingDocument;
import dev.millrace.triggers.mapping.MappingState;
import dev.millrace.triggers.mapping.MappingUpdate;
import dev.millrace.triggers.mapping.NewMapping;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// All mappings of a server: kept in the engine, run here.
///
/// A change is written first and carried out behind it: the runner of the old settings ends what it
/// has under way, then that of the new ones begins where the checkpoints are. Until then the
/// mapping shows a state of transition and takes no further change.
public final class Triggers implements AutoCloseable {
    /// How long the end of what is under way is waited for when the server closes.
    public static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration INVOCATION_MAX = Duration.ofMinutes(16);

    private final Surroundings surroundings;
    private final Admission admission;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, MappingEntry> entries = new TreeMap<>();
    private final DeadLetters letters;
    private final Operator operator;
    private boolean closed;

    private Triggers(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.admission = new Admission(surroundings);
        this.letters =
                new DeadLetters(
                        surroundings.operations().readDocuments(),
                        surroundings.operations().writeDocuments(),
                        DeadLetters.KEPT_MAX);
        this.operator = new Operator(this, surroundings, letters);
    }

    /// Reads the mappings that are kept and begins to run those that are enabled.
    public static Triggers open(Surroundings surroundings) {
        Triggers triggers = new Triggers(surroundings);
        var request = new ReadDocumentsRequest(MappingDocument.KIND, "");
        for (Document document :
                surroundings.operations().readDocuments().execute(request).documents()) {
            MappingEntry entry = new MappingEntry(MappingDocument.decode(document));
            triggers.entries.put(document.key(), entry);
            entry.settle(triggers.begin(entry));
        }
        new MappingDocuments(surroundings.operations()).retain(triggers.entries.keySet());
        return triggers;
    }

    /// Makes a mapping.
    ///
    /// @throws dev.millrace.model.error.ApiException if it cannot be
    public MappingView create(NewMapping asked) {
        List<DocumentChange> changes = new ArrayList<>();
        return locked(() -> {
            EventSourceMapping mapping = admission.made(asked);
            require(mapping);
            changes.addAll(admission.beginnings(mapping));
            changes.add(MappingDocument.put(mapping));
            write(changes);
            MappingEntry entry = new MappingEntry(mapping);
            entries.put(mapping.uuid(), entry);
            entry.settle(begin(entry));
            return entry.view(MappingState.CREATING);
        });
    }

    /// Changes a mapping.
    ///
    /// @throws dev.millrace.model.error.ApiException if it cannot be, or does not exist
    public MappingView update(String uuid, MappingUpdate update) {
        return locked(() -> {
            MappingEntry entry = requireSettled(uuid);
            EventSourceMapping before = entry.mapping();
            EventSourceMapping after = admission.changed(before, update);
            require(after);
            write(List.of(MappingDocument.put(after)));
            entry.change(after, MappingState.between(before.settings(), after.settings()));
            inBackground(() -> restart(entry));
            return entry.view();
        });
    }

    /// Removes a mapping.
    ///
    /// @throws dev.millrace.model.error.ApiException if it does not exist
    public MappingView delete(String uuid) {
        return locked(() -> {
            MappingEntry entry = requireSettled(uuid);
            entry.change(entry.mapping(), MappingState.DELETING);
            write(List.of(DocumentChange.remove(MappingDocument.KIND, uuid)));
            inBackground(() -> remove(entry));
            return entry.view();
        });
    }

    /// Replaces the tags of a mapping. Those that mean something are heeded from now on.
    ///
    /// @throws dev.millrace.model.error.ApiException if it does not exist, or cannot have them
    public void tag(String uuid, Map<String, String> tags) {
        locked(() -> {
            MappingEntry entry = requireSettled(uuid);
            EventSourceMapping tagged = entry.mapping().withTags(tags);
            MappingChecks.require(tagged);
            write(List.of(MappingDocument.put(tagged)));
            boolean restarts = tagged.isExactlyOnce() != entry.mapping().isExactlyOnce();
            entry.change(tagged, restarts ? MappingState.UPDATING : entry.state());
            if (restarts) {
                inBackground(() -> restart(entry));
            }
            return tagged;
        });
    }

    /// The mapping with this UUID.
    ///
    /// @throws dev.millrace.model.error.ApiException if there is none
    public MappingView get(String uuid) {
        return locked(() -> require(uuid).view());
    }

    /// All mappings, by UUID.
    public List<MappingView> list() {
        return locked(() -> entries.values().stream().map(MappingEntry::view).toList());
    }

    /// The figures of a mapping.
    ///
    /// @throws dev.millrace.model.error.ApiException if there is none
    public MappingStatus.Figures figures(String uuid) {
        return locked(() -> require(uuid).status.figures());
    }

    /// What those who run the server see and do.
    public Operator operator() {
        return operator;
    }

    /// Begins nothing new from now on.
    public void stop() {
        locked(() -> closed = true);
        runners().forEach(MappingRunner::stop);
    }

    /// Begins nothing new, and lets what is under way end within [#GRACE]. The mappings stay kept.
    @Override
    public void close() {
        stop();
        try {
            for (MappingRunner runner : runners()) {
                runner.awaitEnd(GRACE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<MappingRunner> runners() {
        return locked(() ->
                entries.values().stream()
                        .map(MappingEntry::runner)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private void require(EventSourceMapping mapping) {
        admission.require(mapping);
        admission.requireUnique(
                mapping, entries.values().stream().map(MappingEntry::mapping).toList());
    }

    private MappingEntry require(String uuid) {
        MappingEntry entry = entries.get(uuid);
        if (entry == null) {
            throw LambdaErrors.notFound();
        }
        return entry;
    }

    private MappingEntry requireSettled(String uuid) {
        MappingEntry entry = require(uuid);
        if (!entry.state().isSettled()) {
            throw LambdaErrors.inUse(uuid, entry.state());
        }
        return entry;
    }

    // Called with the lock held, or before anybody else knows of the mapping.
    private @Nullable MappingRunner begin(MappingEntry entry) {
        if (closed || !entry.mapping().settings().enabled()) {
            return null;
        }
        MappingRunner runner =
                new MappingRunner(
                        surroundings, MappingPlan.of(entry.mapping()), letters, entry.status);
        runner.discover();
        return runner;
    }

    private void restart(MappingEntry entry) throws InterruptedException {
        end(entry.runner());
        locked(() -> {
            entry.settle(begin(entry));
            return entry;
        });
    }

    private void remove(MappingEntry entry) throws InterruptedException {
        end(entry.runner());
        String uuid = entry.mapping().uuid();
        // Nothing that is still under way may write any more, nor leave anything behind.
        Effects.ofAll(surroundings, uuid).settleAll();
        write(new MappingDocuments(surroundings.operations()).of(uuid));
        locked(() -> entries.remove(uuid));
    }

    private static void end(@Nullable MappingRunner runner) throws InterruptedException {
        if (runner != null) {
            runner.stop();
            runner.awaitEnd(INVOCATION_MAX);
        }
    }

    private void write(List<DocumentChange> changes) {
        if (!changes.isEmpty()) {
            surroundings.operations().writeDocuments().execute(new WriteDocumentsRequest(changes));
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private interface Task {
        void run() throws InterruptedException;
    }

    private void inBackground(Task task) {
        surroundings
                .threads()
                .newThread(() -> {
                    try {
                        task.run();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
    }
}
