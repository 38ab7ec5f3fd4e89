package dev.millrace.engine.commit;

import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// A command on its way: evaluated first, answered when its group is durable.
final class Submission<R> {
    private final Command<R> command;
    private final CompletableFuture<R> answer = new CompletableFuture<>();
    private @Nullable R result;
    private @Nullable RuntimeException refusal;
    private long sinceNanos;
    private boolean ofClient;

    Submission(Command<R> command) {
        this.command = command;
    }

    // A client's command begins to wait.
    void begin(long nanos) {
        sinceNanos = nanos;
        ofClient = true;
    }

    boolean isOfClient() {
        return ofClient;
    }

    long since() {
        return sinceNanos;
    }

    boolean isOfItems() {
        return command instanceof ItemCommand;
    }

    // Keeps the answer, and returns what is to be committed, or null for nothing.
    @Nullable Commit evaluate(ItemEvaluation items, Supplier<CatalogEvaluation> catalog) {
        try {
            return switch (command) {
                case ItemCommand<R> ofItems -> {
                    items.begin();
                    result = ofItems.evaluate(items);
                    yield items.end();
                }
                case CatalogCommand<R> ofCatalog -> {
                    CatalogEvaluation evaluation = catalog.get();
                    result = ofCatalog.evaluate(evaluation);
                    yield evaluation.end();
                }
            };
        } catch (RuntimeException e) {
            // A refusal, or a fault of ours that concerns this command alone: nothing of it is
            // committed.
            refusal = e;
            return null;
        }
    }

    void answer() {
        if (refusal != null) {
            answer.completeExceptionally(refusal);
        } else {
            answer.complete(result);
        }
    }

    void answer(R value) {
        answer.complete(value);
    }

    void fail(RuntimeException failure) {
        answer.completeExceptionally(failure);
    }

    R await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw unwrapped(e);
        }
    }

    void awaitQuietly() {
        answer.exceptionally(_ -> null).join();
    }

    // An error without a stack is thrown as it is; any other keeps the stacks of both threads.
    private static RuntimeException unwrapped(CompletionException e) {
        return switch (e.getCause()) {
            case ApiException refused -> refused;
            case LogUnavailableException unavailable -> unavailable;
            case SequencerStoppedException stopped -> stopped;
            case null, default -> e;
        };
    }
}
