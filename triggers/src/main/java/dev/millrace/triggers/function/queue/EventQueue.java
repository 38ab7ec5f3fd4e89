package dev.millrace.triggers.function.queue;

import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.function.FunctionTarget;
import dev.millrace.triggers.function.Functions;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.function.instance.ThrottledException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/// Carries out invocations that nobody waits for. They are kept in memory: those that are not done
/// when the server ends are lost. Safe for many threads.
public final class EventQueue implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Functions functions;
    private final EventLimits limits;
    private final LongSupplier nanoTime;
    private final ThreadFactory threads;
    private final BiConsumer<String, Throwable> failures;
    private final CountDownLatch closing = new CountDownLatch(1);
    private int count;
    private long bytes;

    /// @param threads makes a virtual thread for each invocation
    /// @param failures is told of what went wrong through a fault of ours
    public EventQueue(
            Functions functions,
            EventLimits limits,
            LongSupplier nanoTime,
            ThreadFactory threads,
            BiConsumer<String, Throwable> failures) {
        this.functions = functions;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.threads = threads;
        this.failures = failures;
    }

    /// Takes an invocation.
    ///
    /// @throws ThrottledException if there are too many already
    public void add(FunctionName function, Invocation invocation) {
        enter(invocation);
        AtomicBoolean begun = new AtomicBoolean();
        try {
            threads.newThread(
                            () -> {
                                begun.set(true);
                                run(function, invocation);
                            })
                    .start();
        } catch (RuntimeException | Error e) {
            if (!begun.get()) {
                leave(invocation);
            }
            throw e;
        }
    }

    /// How many there are.
    public synchronized int size() {
        return count;
    }

    /// Begins no further attempts.
    @Override
    public void close() {
        closing.countDown();
    }

    private synchronized void enter(Invocation invocation) {
        int size = invocation.payload().length();
        if (count >= limits.countMax() || bytes + size > limits.bytesMax()) {
            throw ThrottledException.concurrent();
        }
        count++;
        bytes += size;
    }

    private synchronized void leave(Invocation invocation) {
        count--;
        bytes -= invocation.payload().length();
    }

    private void run(FunctionName function, Invocation invocation) {
        try {
            attempt(function, invocation);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failures.accept("an asynchronous invocation was lost", e);
        } finally {
            leave(invocation);
        }
    }

    private void attempt(FunctionName function, Invocation invocation) throws InterruptedException {
        long since = nanoTime.getAsLong();
        Duration pause = FIRST_PAUSE;
        int retries = 0;
        while (true) {
            FunctionTarget target = functions.find(function.name(), function.qualifier());
            if (target == null) {
                return;
            }
            switch (target.invoke(invocation)) {
                case Outcome.Answered _ -> {
                    return;
                }
                case Outcome.Failed _ -> {
                    if (retries == limits.retries().size()
                            || endsWithin(limits.retries().get(retries++))) {
                        return;
                    }
                }
                case Outcome.NotReady _ -> {
                    boolean isOld = nanoTime.getAsLong() - since > limits.ageMax().toNanos();
                    if (isOld || endsWithin(pause)) {
                        return;
                    }
                    pause = longer(pause);
                }
            }
        }
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(limits.pauseMax()) > 0 ? limits.pauseMax() : twice;
    }

    private boolean endsWithin(Duration pause) throws InterruptedException {
        return closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }
}
