package dev.millrace.server.http;

import dev.millrace.engine.throttle.MemoryGate;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// The memory of all answers together, from the reading of the first item until the client has
/// taken the last byte: a gate for the engine, and the rest of the way for the port.
///
/// A request sets aside what it might need before it reads. Once its answer is written in memory,
/// it keeps as much as that is long, for as long as the client takes. Large answers of requests
/// that set nothing aside are counted as well, even if there is nothing left: they cannot be taken
/// back, but others then wait.
public final class AnswerMemory implements MemoryGate {
    private static final int UNIT_BYTES = 1 << 10;
    private static final long BYTES_MIN = 4 * MemoryGate.PAGE_BYTES;

    private final Units units;
    private final int unitsMax;
    private final Duration patience;
    private final Map<Thread, Integer> held = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    /// Memory of `bytes`, but at least for a few pages.
    ///
    /// @param patience how long a request waits for memory
    public AnswerMemory(long bytes, Duration patience) {
        this.unitsMax =
                (int) Math.min(Math.max(bytes, BYTES_MIN) / UNIT_BYTES, Integer.MAX_VALUE / 2);
        this.units = new Units(unitsMax);
        this.patience = patience;
    }

    private static final class Units extends Semaphore {
        private static final long serialVersionUID = 1;

        private Units(int count) {
            super(count);
        }

        @Override
        public void reducePermits(int reduction) {
            super.reducePermits(reduction);
        }
    }

    @Override
    public boolean tryTake(long bytes) {
        int count = (int) Math.min(bytes / UNIT_BYTES, unitsMax);
        if (!acquire(count)) {
            refused.increment();
            return false;
        }
        held.merge(Thread.currentThread(), count, Integer::sum);
        return true;
    }

    @Override
    public void giveBack() {
        if (!held.isEmpty()) {
            Integer count = held.remove(Thread.currentThread());
            if (count != null) {
                units.release(count);
            }
        }
    }

    /// Keeps as much for the request of the current thread as its answer takes up, which has
    /// `bytes`.
    void settle(int bytes) {
        int count = bytes <= SMALL_BYTES_MAX ? 0 : bytes / UNIT_BYTES;
        giveBack();
        if (count > 0) {
            units.reducePermits(count);
            held.put(Thread.currentThread(), count);
        }
    }

    /// The memory left, in bytes; below zero if answers took more than there was.
    long available() {
        return (long) units.availablePermits() * UNIT_BYTES;
    }

    /// How many requests have been refused.
    public long refused() {
        return refused.sum();
    }

    // An interrupt ends the wait and stays set: whatever writes next will meet it.
    private boolean acquire(int count) {
        try {
            return units.tryAcquire(count)
                    || units.tryAcquire(count, patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
