package dev.millrace.server.http;

import io.helidon.webserver.CloseConnectionException;

import java.util.concurrent.Semaphore;

/// The memory that all request bodies together may take up at one time. A request that finds too
/// little left waits; small bodies are not counted.
final class BodyBudget {

    /// Bodies up to this size pass uncounted: the number of connections bounds them well enough.
    static final int SMALL_BYTES_MAX = 64 << 10;

    private static final int UNIT_BYTES = 1 << 10;

    private final Semaphore units;

    /// A budget of `bytes`, which must be enough for the largest body.
    BodyBudget(long bytes) {
        if (bytes < RequestBody.BODY_BYTES_MAX) {
            throw new IllegalArgumentException("the budget is smaller than one body may be");
        }
        units = new Semaphore((int) Math.min(bytes / UNIT_BYTES, Integer.MAX_VALUE), true);
    }

    /// A budget that fits a heap of `heapBytesMax`: a quarter of it, but at least for the largest
    /// body.
    static BodyBudget ofHeap(long heapBytesMax) {
        return new BodyBudget(Math.max(heapBytesMax / 4, RequestBody.CODE_BYTES_MAX));
    }

    /// Sets memory for a body aside, waiting until there is enough. Give it back by {@link
    /// #release} with the same size.
    ///
    /// @throws CloseConnectionException if the wait is interrupted; nothing is then set aside
    void acquire(int bytes) {
        try {
            units.acquire(units(bytes));
        } catch (InterruptedException e) {
            throw new CloseConnectionException("interrupted while waiting for memory", e);
        }
    }

    /// Gives memory back.
    void release(int bytes) {
        units.release(units(bytes));
    }

    /// The memory left, in bytes.
    long available() {
        return (long) units.availablePermits() * UNIT_BYTES;
    }

    private static int units(int bytes) {
        return bytes <= SMALL_BYTES_MAX ? 0 : bytes / UNIT_BYTES;
    }
}
