package dev.millrace.benchmarks.embedded;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Threads that put items one after the other until closed, each with one PutItem under way: a
/// writer that is held up writes less.
public final class SteadyWriters implements AutoCloseable {
    private static final int KEYS = 100_000;

    private final StreamedTable table;
    private final ItemSource items;
    private final Recorder nanos = new Recorder(3);
    private final List<Thread> threads;
    private volatile boolean isClosed;

    /// Starts to write.
    public SteadyWriters(StreamedTable table, ItemSource items, int count) {
        this.table = table;
        this.items = items;
        threads = IntStream.range(0, count).mapToObj(_ -> new Thread(this::write)).toList();
        threads.forEach(Thread::start);
    }

    /// What was written in a time.
    ///
    /// @param nanos the time that each write took
    public record Window(double seconds, Histogram nanos) {
        /// Writes a second.
        public double perSecond() {
            return nanos.getTotalCount() / seconds;
        }

        /// The time in milliseconds in which this many percent of the writes were done.
        public double millis(double percentile) {
            return nanos.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /// Measures for this long, beginning now with `event`.
    public Window during(int seconds, Runnable event) throws InterruptedException {
        nanos.reset();
        long began = System.nanoTime();
        event.run();
        long left = TimeUnit.SECONDS.toNanos(seconds) - (System.nanoTime() - began);
        TimeUnit.NANOSECONDS.sleep(left);
        Histogram measured = nanos.getIntervalHistogram();
        return new Window((System.nanoTime() - began) / 1e9, measured);
    }

    @Override
    public void close() {
        isClosed = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        while (!isClosed) {
            int key = ThreadLocalRandom.current().nextInt(KEYS);
            long began = System.nanoTime();
            table.put(items.item("w" + key));
            nanos.recordValue(System.nanoTime() - began);
        }
    }
}
