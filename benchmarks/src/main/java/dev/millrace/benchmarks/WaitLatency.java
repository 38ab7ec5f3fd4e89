package dev.millrace.benchmarks;

import dev.millrace.benchmarks.http.BlockingClient;
import dev.millrace.benchmarks.workload.BenchmarkTable;
import dev.millrace.benchmarks.workload.WaitingReader;

import org.HdrHistogram.Histogram;

import java.net.URI;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Measures how soon a reader that waits has a record: one writer, one write at a time, one reader
/// that waits with GetRecords. Prints one line.
///
/// `WaitLatency --endpoint http://127.0.0.1:8000`
public final class WaitLatency {
    private static final int WARMUP_WRITES = 2_000;
    private static final int WRITES = 5_000;
    private static final long PAUSE_MICROS = 1_000;
    private static final double NANOS_A_MICRO = 1_000.0;

    private final Histogram fromSent = new Histogram(3);
    private final Histogram fromAnswered = new Histogram(3);
    private final BlockingQueue<Long> arrivals = new ArrayBlockingQueue<>(1);

    private WaitLatency() {}

    /// Measures the server that the arguments name.
    public static void main(String[] arguments) throws InterruptedException {
        URI endpoint = LoadOptions.parse(arguments).endpoint();
        new WaitLatency().run(endpoint);
    }

    private void run(URI endpoint) throws InterruptedException {
        try (BlockingClient client = new BlockingClient(endpoint);
                BenchmarkTable table =
                        BenchmarkTable.create(client, "wait-latency", "NEW_AND_OLD_IMAGES", 0)) {
            put(client, table, 0);
            try (WaitingReader reader = WaitingReader.behindFirstRecord(endpoint, table)) {
                Thread.ofPlatform().daemon().start(() -> readAll(reader));
                for (int i = 1; i <= WARMUP_WRITES + WRITES; i++) {
                    write(client, table, i);
                }
            }
        }
        System.out.printf(
                "write to waiting reader, microseconds: sent to read p50 %.0f p99 %.0f,"
                        + " answered to read p50 %.0f p99 %.0f, writes %d%n",
                micros(fromSent, 50),
                micros(fromSent, 99),
                micros(fromAnswered, 50),
                micros(fromAnswered, 99),
                fromSent.getTotalCount());
    }

    private void write(BlockingClient client, BenchmarkTable table, int number)
            throws InterruptedException {
        // Lets the reader wait again.
        TimeUnit.MICROSECONDS.sleep(PAUSE_MICROS);
        long sent = System.nanoTime();
        put(client, table, number);
        long answered = System.nanoTime();
        long read = arrivals.take();
        if (number > WARMUP_WRITES) {
            fromSent.recordValue(read - sent);
            // The reader may have the record before the writer has its answer.
            fromAnswered.recordValue(Math.max(0, read - answered));
        }
    }

    private void readAll(WaitingReader reader) {
        try {
            for (int left = WARMUP_WRITES + WRITES; left > 0; ) {
                if (reader.read() > 0) {
                    arrivals.put(System.nanoTime());
                    left--;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void put(BlockingClient client, BenchmarkTable table, int number) {
        client.call(
                "DynamoDB_20120810.PutItem",
                "{\"TableName\":\"%s\",\"Item\":{\"id\":{\"S\":\"k\"},\"n\":{\"N\":\"%d\"}}}"
                        .formatted(table.name(), number));
    }

    private static double micros(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_A_MICRO;
    }
}
