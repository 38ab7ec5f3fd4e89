package dev.millrace.server.http;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.error.OverloadException;

import io.helidon.webserver.CloseConnectionException;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// The memory that all request bodies together may take up at one time. Each body takes its share
/// as it arrives; one that finds nothing left waits a little and is then refused. Small bodies are
/// not counted.
public final class BodyBudget {

    /// Bodies up to this size pass uncounted: the number of connections bounds them well enough.
    static final int SMALL_BYTES_MAX = 8 << 10;

    private static final int UNIT_BYTES = 1 << 10;

    private final Semaphore units;
    private final Duration patience;
    private final LongAdder refused = new LongAdder();

    /// A budget of `bytes`, which must be enough for the largest body.
    ///
    /// @param patience how long a body waits for memory
    BodyBudget(long bytes, Duration patience) {
        if (bytes < RequestBody.BODY_BYTES_MAX) {
            throw new IllegalArgumentException("the budget is smaller than one body may be");
        }
        this.units = new Semaphore((int) Math.min(bytes / UNIT_BYTES, Integer.MAX_VALUE));
        this.patience = patience;
    }

    /// A budget that fits a heap of `heapBytesMax`: a quarter of it, but at least for the largest
    /// body and its copy while it grows.
    static BodyBudget ofHeap(long heapBytesMax, Duration patience) {
        return new BodyBudget(
                Math.max(heapBytesMax / 4, 2L * RequestBody.CODE_BYTES_MAX), patience);
    }

    /// The share of one body, which begins with nothing.
    Share share() {
        return new Share();
    }

    /// The memory left, in bytes.
    long available() {
        return (long) units.availablePermits() * UNIT_BYTES;
    }

    /// How many bodies have been refused.
    public long refused() {
        return refused.sum();
    }

    private boolean acquire(int count) {
        try {
            return units.tryAcquire(count)
                    || units.tryAcquire(count, patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new CloseConnectionException("interrupted while waiting for memory", e);
        }
    }

    /// What one body has taken of the budget. For one thread.
    final class Share implements AutoCloseable {
        private int taken;

        private Share() {}

        /// Takes memory for a buffer of this size.
        ///
        /// @throws ApiException `ThrottlingException` if there is none; nothing is then taken
        /// @throws CloseConnectionException if the wait is interrupted
        void take(int bytes) {
            int count = bytes <= SMALL_BYTES_MAX ? 0 : (bytes + UNIT_BYTES - 1) / UNIT_BYTES;
            if (count > 0 && !acquire(count)) {
                refused.increment();
                throw new OverloadException();
            }
            taken += count;
        }

        /// Gives everything back.
        @Override
        public void close() {
            units.release(taken);
            taken = 0;
        }
    }
}
