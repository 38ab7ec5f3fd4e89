package dev.millrace.cli.demo;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// One of the {@link WriteLanes}: a queue and the thread that empties it in order.
final class WriteLane {

    /// How many changes may wait; an item may have hundreds of kilobytes.
    static final int WAITING_MAX = 4;

    // An empty entry is the end.
    private final BlockingQueue<Optional<ItemChange>> waiting =
            new ArrayBlockingQueue<>(WAITING_MAX);
    private final Consumer<ItemChange> write;
    private final AtomicReference<@Nullable RuntimeException> failure;
    private final Thread thread;

    /// Starts a lane that writes until `failure` is set, by itself or by another.
    WriteLane(
            Consumer<ItemChange> write,
            AtomicReference<@Nullable RuntimeException> failure,
            ThreadFactory threads) {
        this.write = write;
        this.failure = failure;
        this.thread = threads.newThread(this::run);
        thread.start();
    }

    void add(ItemChange change) {
        put(Optional.of(change));
    }

    /// Says that nothing more will come.
    void end() {
        put(Optional.empty());
    }

    /// Waits until the lane has done everything; it must have been told the end.
    void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void put(Optional<ItemChange> entry) {
        try {
            waiting.put(entry);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    // After a failure it goes on emptying the queue, so that nobody waits for room for ever.
    private void run() {
        try {
            Optional<ItemChange> entry = waiting.take();
            while (entry.isPresent()) {
                write(entry.get());
                entry = waiting.take();
            }
        } catch (InterruptedException e) {
            failure.compareAndSet(null, interrupted(e));
        }
    }

    private void write(ItemChange change) {
        if (failure.get() != null) {
            return;
        }
        try {
            write.accept(change);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while writing", e);
    }
}
