package dev.millrace.benchmarks.trigger;

import dev.millrace.benchmarks.embedded.ItemSource;
import dev.millrace.benchmarks.embedded.StreamedTable;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Threads that together put a certain number of new items a second, 25 at a time, or as many as
/// they can if that is less.
final class PacedWriter implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int BATCH_ITEMS = 25;

    private final StreamedTable table;
    private final ItemSource items;
    private final long pauseNanos;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final List<Thread> threads;
    private volatile boolean stopped;

    /// @param rate items a second
    PacedWriter(StreamedTable table, ItemSource items, int rate) {
        this.table = table;
        this.items = items;
        this.pauseNanos = 1_000_000_000L * THREADS * BATCH_ITEMS / rate;
        this.threads = IntStream.range(0, THREADS).mapToObj(_ -> new Thread(this::write)).toList();
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /// How many items were put.
    long written() {
        return written.get();
    }

    @Override
    public void close() {
        stopped = true;
    }

    private void write() {
        long turn = System.nanoTime();
        while (!stopped) {
            long first = next.getAndAdd(BATCH_ITEMS);
            table.putAll(
                    LongStream.range(first, first + BATCH_ITEMS)
                            .mapToObj(key -> items.item("s" + key))
                            .toList());
            written.addAndGet(BATCH_ITEMS);
            turn += pauseNanos;
            LockSupport.parkNanos(turn - System.nanoTime());
        }
    }
}
