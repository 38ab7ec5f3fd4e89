package dev.millrace.benchmarks.embedded;

import com.sun.management.OperatingSystemMXBean;

import dev.millrace.model.value.Item;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Threads that put items one after the other until closed, each with one PutItem under way: a
/// writer that is held up writes less.
public final class SteadyWriters implements AutoCloseable {
    /// How many keys there are, unless somebody says otherwise.
    private static final int KEYS = 100_000;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final StreamedTable table;
    private final ItemSource items;
    private final Supplier<String> keys;
    private final Recorder nanos = new Recorder(3);
    private final List<Thread> threads;
    private volatile boolean isClosed;

    /// Starts to write to keys of its own.
    public SteadyWriters(StreamedTable table, ItemSource items, int count) {
        this(table, items, count, () -> "w" + ThreadLocalRandom.current().nextInt(KEYS));
    }

    /// Starts to write.
    ///
    /// @param keys gives the key of each item; all writers ask it
    public SteadyWriters(StreamedTable table, ItemSource items, int count, Supplier<String> keys) {
        this.table = table;
        this.items = items;
        this.keys = keys;
        threads = IntStream.range(0, count).mapToObj(_ -> new Thread(this::write)).toList();
        threads.forEach(Thread::start);
    }

    /// What was written in a time.
    ///
    /// @param nanos the time that each write took
    /// @param fewest how many writes were done in the second with the fewest
    /// @param cpuNanos how much processor time this process took, with everything that the store
    ///   does in the background
    public record Window(double seconds, Histogram nanos, long fewest, long cpuNanos) {
        /// Writes a second.
        public double perSecond() {
            return nanos.getTotalCount() / seconds;
        }

        /// Processor time of the process for each write, in microseconds.
        public double cpuMicros() {
            return cpuNanos / 1e3 / nanos.getTotalCount();
        }

        /// The time in milliseconds in which this many percent of the writes were done.
        public double millis(double percentile) {
            return nanos.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /// Measures for this long, beginning now with `event`, which takes less than a second.
    public Window during(int seconds, Runnable event) throws InterruptedException {
        nanos.reset();
        long cpuBegan = SYSTEM.getProcessCpuTime();
        long began = System.nanoTime();
        event.run();
        Histogram measured = new Histogram(3);
        long fewest = Long.MAX_VALUE;
        for (int second = 1; second <= seconds; second++) {
            TimeUnit.NANOSECONDS.sleep(
                    began + TimeUnit.SECONDS.toNanos(second) - System.nanoTime());
            Histogram part = nanos.getIntervalHistogram();
            measured.add(part);
            fewest = Math.min(fewest, part.getTotalCount());
        }
        return new Window(
                (System.nanoTime() - began) / 1e9,
                measured,
                fewest,
                SYSTEM.getProcessCpuTime() - cpuBegan);
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
            Item item = items.item(keys.get());
            long began = System.nanoTime();
            table.put(item);
            nanos.recordValue(System.nanoTime() - began);
        }
    }
}
