package dev.millrace.bench.stream;

import com.sun.management.OperatingSystemMXBean;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Caller;
import dev.millrace.bench.load.Tally;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.table.BenchTable;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Several readers at a time, each of which catches up with the whole stream of one table. The
/// times are those of calls, the items records.
public final class CatchUp {
    private static final double NANOS_A_SECOND = 1e9;

    private final BenchTable table;
    private final int readerCount;
    private final long expected;

    /// @param readerCount how many readers there are
    /// @param expected how many records the stream has
    public CatchUp(BenchTable table, int readerCount, long expected) {
        this.table = table;
        this.readerCount = readerCount;
        this.expected = expected;
    }

    /// Reads the whole stream with each reader, and goes on until the time is over.
    ///
    /// @throws BenchException if the stream has more or fewer records than it should
    public Sample warmUp(Duration duration) {
        return run(duration, true);
    }

    /// Reads as much as the time allows.
    public Sample run(Duration duration) {
        return run(duration, false);
    }

    private Sample run(Duration duration, boolean isWhole) {
        StreamShards shards;
        try (Caller caller = new Caller(table.service().streams())) {
            shards = StreamShards.list(caller, table.streamArn());
        }
        List<CatchUpReader> readers =
                IntStream.range(0, readerCount).mapToObj(i -> reader(shards, i)).toList();
        OperatingSystemMXBean process =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpuBefore = process.getProcessCpuTime();
        long start = System.nanoTime();
        try {
            readTogether(readers, start + duration.toNanos(), isWhole);
        } finally {
            readers.forEach(CatchUpReader::close);
        }
        double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
        double cpu = (process.getProcessCpuTime() - cpuBefore) / NANOS_A_SECOND;
        Sample.Collector collector = new Sample.Collector(seconds, cpu);
        readers.forEach(reader ->
                collector
                        .add(reader.nanos(), Tally.histogram())
                        .count(reader.records(), 0, reader.throttles()));
        return collector.sample();
    }

    private CatchUpReader reader(StreamShards shards, int number) {
        return new CatchUpReader(new Caller(table.service().streams()), shards, number, expected);
    }

    private static void readTogether(List<CatchUpReader> readers, long end, boolean isWhole) {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
            List<Future<?>> running =
                    readers.stream()
                            .<Future<?>>map(
                                    reader -> threads.submit(() -> reader.read(end, isWhole)))
                            .toList();
            for (Future<?> reading : running) {
                reading.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BenchException known
                    ? new BenchException(String.valueOf(known.getMessage()), e)
                    : new IllegalStateException("a reader failed", e);
        }
    }
}
