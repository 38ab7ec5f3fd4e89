package dev.millrace.engine.outbox;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes those who send changes, after something was committed that may concern them.
///
/// Who waits tells which news it has seen, and takes the number of the latest before it looks, so
/// none is missed.
public final class OutboxNews {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private long latest;

    /// Tells of news.
    public void tell() {
        lock.lock();
        try {
            latest++;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The number of the latest news.
    public long latest() {
        lock.lock();
        try {
            return latest;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is later news than `seen`, or for `max`; and returns the latest.
    public long await(long seen, Duration max) throws InterruptedException {
        lock.lock();
        try {
            long nanos = max.toNanos();
            while (latest == seen && nanos > 0) {
                nanos = told.awaitNanos(nanos);
            }
            return latest;
        } finally {
            lock.unlock();
        }
    }
}
