package dev.millrace.bench.stream;

import dev.millrace.bench.http.Caller;
import dev.millrace.bench.table.BenchTable;

import java.time.Duration;

/// Whether a server lets a reader wait for records, found out by trying.
public final class WaitProbe {
    private static final Duration WAITED_MIN = Duration.ofMillis(900);

    private WaitProbe() {}

    /// Asks for records that will not come, with the header that asks to wait for a second.
    ///
    /// @param table a table that nobody writes to meanwhile
    public static boolean canWait(BenchTable table) {
        try (Caller caller = new Caller(table.service().streams())) {
            StreamShards shards = StreamShards.list(caller, table.streamArn());
            String iterator =
                    shards.iterator(
                            caller, shards.shardIds().getFirst(), StreamShards.Start.LATEST);
            ShardReader reader =
                    new ShardReader(caller, new Reading.Waiting(1).operation(), iterator);
            long start = System.nanoTime();
            reader.read();
            return System.nanoTime() - start >= WAITED_MIN.toNanos();
        }
    }
}
