package dev.millrace.transfer.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// The thread that carries out jobs of one kind, one after another.
///
/// If one breaks by a fault of ours or because the engine cannot write, that is reported, and the
/// jobs rest for a while. Every job goes on where it is written down to be.
public final class JobLoop implements AutoCloseable {
    /// How long jobs rest after a failure.
    public static final Duration REST = Duration.ofSeconds(5);

    private final Jobs jobs;
    private final BiConsumer<String, Throwable> failures;
    private final Thread thread;
    private final Semaphore calls = new Semaphore(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean open = true;

    /// What is to be done.
    @FunctionalInterface
    public interface Jobs {
        /// Carries out the next job that has not ended; false if there is none.
        ///
        /// @throws InterruptedException if the server is being closed
        boolean runNext() throws InterruptedException;
    }

    public JobLoop(Jobs jobs, ThreadFactory threads, BiConsumer<String, Throwable> failures) {
        this.jobs = jobs;
        this.failures = failures;
        this.thread = threads.newThread(this::run);
    }

    /// Begins with whatever has not ended.
    public void start() {
        thread.start();
    }

    /// Looks for jobs.
    public void wake() {
        calls.release();
    }

    /// Stops; what has not ended goes on with the next start.
    @Override
    public void close() {
        if (open) {
            open = false;
            thread.interrupt();
            awaitEnd();
        }
    }

    private void run() {
        try {
            while (open) {
                calls.acquire();
                calls.drainPermits();
                runAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private void runAll() throws InterruptedException {
        boolean isThere = true;
        while (open && isThere) {
            try {
                isThere = jobs.runNext();
            } catch (RuntimeException e) {
                rest(e);
            }
        }
    }

    private void rest(RuntimeException failure) throws InterruptedException {
        if (!open) {
            throw new InterruptedException();
        }
        failures.accept("an export or import rests for a while", failure);
        // A call wakes it earlier, and one that comes in vain does no harm.
        if (calls.tryAcquire(REST.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }

    private void awaitEnd() {
        try {
            if (thread.getState() != Thread.State.NEW) {
                ended.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
