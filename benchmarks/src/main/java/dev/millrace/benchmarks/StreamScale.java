package dev.millrace.benchmarks;

import dev.millrace.benchmarks.embedded.EmbeddedEngine;
import dev.millrace.benchmarks.embedded.Filling;
import dev.millrace.benchmarks.embedded.ItemSource;
import dev.millrace.benchmarks.embedded.StreamCalls;
import dev.millrace.benchmarks.embedded.StreamedTable;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.store.Durability;

import org.HdrHistogram.Histogram;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Measures the calls of a reader on a stream of many records in many shards.
///
/// `StreamScale DIRECTORY RECORDS SHARDS`
public final class StreamScale {
    private static final int OPEN_SHARDS = 4;
    private static final int PAYLOAD_BYTES = 32;
    private static final int KEYS = 100_000;
    private static final int WARMUP_WALKS = 200;
    private static final int WALKS = 1_000;
    private static final int ITERATOR_ROUNDS = 20;
    private static final int READ_ROUNDS = 3;
    private static final int TENTHS = 10;

    private final Path directory;
    private final long records;
    private final int shardCount;

    private StreamScale(Path directory, long records, int shardCount) {
        this.directory = directory;
        this.records = records;
        this.shardCount = shardCount;
    }

    /// Runs what `arguments` say.
    public static void main(String[] arguments) {
        StreamScale scale =
                new StreamScale(
                        Path.of(arguments[0]),
                        Long.parseLong(arguments[1]),
                        Integer.parseInt(arguments[2]));
        scale.fill();
        scale.read();
    }

    // The shards of one generation take equally many records, and the last generation is open.
    private void fill() {
        try (EmbeddedEngine engine = EmbeddedEngine.open(directory, Durability.RELAXED)) {
            StreamedTable table = StreamedTable.create(engine.engine());
            Filling filling = new Filling(table, new ItemSource(PAYLOAD_BYTES), KEYS);
            int generations = shardCount / OPEN_SHARDS;
            Histogram rolls = new Histogram(3);
            long began = System.nanoTime();
            for (int i = 1; i <= generations; i++) {
                filling.put(records / generations);
                if (i < generations) {
                    long rollBegan = System.nanoTime();
                    table.roll();
                    rolls.recordValue(System.nanoTime() - rollBegan);
                }
                if (i % (generations / TENTHS) == 0) {
                    reportFilled(i, began);
                    began = System.nanoTime();
                }
            }
            report("roll of four shards", rolls);
        }
    }

    private void reportFilled(int generation, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double tenth = (double) records / TENTHS;
        print(
                "filled %d generations, the last ones at %.0f records/s",
                generation, tenth / seconds);
    }

    private void read() {
        try (EmbeddedEngine engine = EmbeddedEngine.open(directory, Durability.SYNC)) {
            String streamArn = StreamedTable.existing(engine.engine()).streamArn();
            StreamCalls calls = new StreamCalls(engine.engine(), streamArn);
            List<ShardDescription> shards = describe(calls);
            for (ShardIteratorType type :
                    List.of(
                            ShardIteratorType.TRIM_HORIZON,
                            ShardIteratorType.AT_SEQUENCE_NUMBER,
                            ShardIteratorType.LATEST)) {
                iterators(calls, shards, type);
            }
            int tenth = shards.size() / TENTHS;
            for (int round = 0; round < READ_ROUNDS; round++) {
                catchUp("first tenth", calls, shards.subList(0, tenth));
                catchUp("last tenth", calls, shards.subList(shards.size() - tenth, shards.size()));
            }
            long read = catchUp("whole stream", calls, shards);
            if (read != records) {
                throw new IllegalStateException("written " + records + ", read " + read);
            }
        }
    }

    private static List<ShardDescription> describe(StreamCalls calls) {
        for (int i = 0; i < WARMUP_WALKS; i++) {
            calls.shards(new Histogram(3));
        }
        Histogram pages = new Histogram(3);
        Histogram walks = new Histogram(3);
        List<ShardDescription> shards = List.of();
        for (int i = 0; i < WALKS; i++) {
            long began = System.nanoTime();
            shards = calls.shards(pages);
            walks.recordValue(System.nanoTime() - began);
        }
        print("%d shards", shards.size());
        report("DescribeStream, a page", pages);
        report("DescribeStream, all pages", walks);
        return shards;
    }

    private static void iterators(
            StreamCalls calls, List<ShardDescription> shards, ShardIteratorType type) {
        shards.forEach(shard -> calls.iterator(shard, type, new Histogram(3)));
        Histogram nanos = new Histogram(3);
        for (int i = 0; i < ITERATOR_ROUNDS; i++) {
            shards.forEach(shard -> calls.iterator(shard, type, nanos));
        }
        report("GetShardIterator " + type, nanos);
    }

    private static long catchUp(String what, StreamCalls calls, List<ShardDescription> shards) {
        Histogram pages = new Histogram(3);
        long began = System.nanoTime();
        long read = shards.stream().mapToLong(shard -> calls.read(shard, pages)).sum();
        double seconds = (System.nanoTime() - began) / 1e9;
        report("GetRecords, " + what, pages);
        print("  %d records, %.0f records/s", read, read / seconds);
        return read;
    }

    private static void report(String what, Histogram nanos) {
        print(
                "%-38s median %7.3f ms  p99 %7.3f ms  max %7.3f ms  calls %d",
                what,
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                nanos.getMaxValue() / 1e6,
                nanos.getTotalCount());
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
