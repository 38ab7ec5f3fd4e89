package dev.millrace.transfer.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// Carries out the jobs of one kind, some of them side by side, the oldest first.
///
/// One thread looks for jobs and begins each on a thread of its own; no job ever has two. If one
/// breaks by a fault of ours or because the engine cannot write, that is reported, and it rests for
/// a while. Every job goes on where it is written down to be.
public final class JobLoop implements AutoCloseable {
    /// The most jobs at a time.
    public static final int SIDE_BY_SIDE_MAX = 4;

    /// How long a job rests after a failure.
    public static final Duration REST = Duration.ofSeconds(5);

    private final Jobs jobs;
    private final ThreadFactory threads;
    private final BiConsumer<String, Throwable> failures;
    private final Thread thread;
    private final Map<String, Thread> running = new ConcurrentHashMap<>();
    private final Semaphore calls = new Semaphore(1);
    private final CountDownLatch closing = new CountDownLatch(1);

    /// What is to be done.
    public interface Jobs {
        /// The ids of all jobs that have not ended, the oldest first.
        List<String> underWay();

        /// Carries out a job; one that has ended in the meantime needs nothing.
        ///
        /// @throws InterruptedException if the server is being closed
        void run(String id) throws InterruptedException;
    }

    public JobLoop(Jobs jobs, ThreadFactory threads, BiConsumer<String, Throwable> failures) {
        this.jobs = jobs;
        this.threads = threads;
        this.failures = failures;
        this.thread = threads.newThread(this::look);
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
        closing.countDown();
        end(thread);
        // Nobody begins any more.
        running.values().forEach(JobLoop::end);
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void look() {
        try {
            while (isOpen()) {
                calls.acquire();
                calls.drainPermits();
                beginAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beginAll() throws InterruptedException {
        try {
            for (String id : jobs.underWay()) {
                if (isOpen() && running.size() < SIDE_BY_SIDE_MAX && !running.containsKey(id)) {
                    begin(id);
                }
            }
        } catch (RuntimeException e) {
            rest(e);
            wake();
        }
    }

    private void begin(String id) {
        Thread worker = threads.newThread(() -> work(id));
        running.put(id, worker);
        worker.start();
    }

    private void work(String id) {
        try {
            jobs.run(id);
        } catch (RuntimeException e) {
            restQuietly(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.remove(id);
            wake();
        }
    }

    private void restQuietly(RuntimeException failure) {
        try {
            rest(failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest(RuntimeException failure) throws InterruptedException {
        if (isOpen()) {
            failures.accept("an export, import or bulk operation rests for a while", failure);
            boolean isClosing = closing.await(REST.toMillis(), TimeUnit.MILLISECONDS);
            if (isClosing) {
                throw new InterruptedException();
            }
        }
    }

    private static void end(Thread thread) {
        try {
            if (thread.getState() != Thread.State.NEW) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
