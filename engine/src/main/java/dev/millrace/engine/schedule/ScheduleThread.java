package dev.millrace.engine.schedule;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The thread on which a schedule runs its timers.
final class ScheduleThread {
    private final Schedule schedule;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private boolean closed;
    private boolean started;

    ScheduleThread(Schedule schedule, ThreadFactory threads) {
        this.schedule = schedule;
        this.thread = threads.newThread(this::run);
        thread.setName("schedule");
    }

    void start() {
        started = true;
        thread.start();
    }

    /// Waits until the thread has ended.
    void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        if (started) {
            joinThread();
        }
    }

    private void run() {
        while (pause(schedule.untilNextLook())) {
            schedule.runOne(this::report);
        }
    }

    // Waits so long, or until the schedule is closed; tells whether it goes on.
    private boolean pause(Duration wait) {
        lock.lock();
        try {
            long left = wait.toNanos();
            while (!closed && left > 0) {
                left = closing.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void report(RuntimeException failure) {
        thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }

    private void joinThread() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
