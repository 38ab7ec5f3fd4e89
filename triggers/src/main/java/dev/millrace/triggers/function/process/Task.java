package dev.millrace.triggers.function.process;

import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One invocation on its way through a process. Safe for many threads.
final class Task {
    private final Invocation invocation;
    private final String traceId;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable Outcome outcome;
    private volatile @Nullable Long begunNanos;
    private volatile @Nullable Instant deadline;

    /// @param traceId the trace that the invocation belongs to
    Task(Invocation invocation, String traceId) {
        this.invocation = invocation;
        this.traceId = traceId;
    }

    Invocation invocation() {
        return invocation;
    }

    String traceId() {
        return traceId;
    }

    /// Notes that the process has taken it.
    ///
    /// @param moment when it must be done
    void begin(long nanos, Instant moment) {
        deadline = moment;
        begunNanos = nanos;
    }

    /// When the process took it; null if it has not yet.
    @Nullable Long begunNanos() {
        return begunNanos;
    }

    /// When it must be done; null if the process has not taken it.
    @Nullable Instant deadline() {
        return deadline;
    }

    /// Notes what became of it. Only the first note counts.
    synchronized void end(Outcome what) {
        if (outcome == null) {
            outcome = what;
            done.countDown();
        }
    }

    /// What became of it; null if it is not done after this time.
    @Nullable Outcome await(Duration patience) throws InterruptedException {
        return done.await(patience.toNanos(), TimeUnit.NANOSECONDS) ? outcome : null;
    }
}
