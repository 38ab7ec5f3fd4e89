package dev.millrace.cli.demo;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Writers that work side by side, each on its own keys: changes of one key are made in the order
/// in which they were submitted, changes of different keys in any.
///
/// The first change that fails stops everything: what is still queued is dropped, and the failure
/// is thrown to whoever submits or finishes next. Submitting waits while the key's lane is full,
/// which bounds the memory. To be used by one thread.
final class WriteLanes implements AutoCloseable {

    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final List<WriteLane> lanes;
    private boolean isEnded;

    /// Starts `count` lanes that pass each change to `write`.
    WriteLanes(int count, Consumer<ItemChange> write, ThreadFactory threads) {
        lanes =
                IntStream.range(0, count)
                        .mapToObj(_ -> new WriteLane(write, failure, threads))
                        .toList();
    }

    /// Hands over one change.
    void submit(ItemChange change) {
        throwFailure();
        lanes.get(Math.floorMod(change.key().hashCode(), lanes.size())).add(change);
    }

    /// Waits until every change has been made.
    void finish() {
        end();
        throwFailure();
    }

    /// Drops what has not been made yet.
    @Override
    public void close() {
        failure.compareAndSet(null, new IllegalStateException("lanes are closed"));
        end();
    }

    private void end() {
        if (!isEnded) {
            isEnded = true;
            lanes.forEach(WriteLane::end);
            lanes.forEach(WriteLane::join);
        }
    }

    private void throwFailure() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
