package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.http.BlockingClient;

import java.net.URI;
import java.util.List;

/// One reader that waits for the next record of one shard, again and again.
public final class WaitingReader implements AutoCloseable {
    private static final String WAIT = "X-Millrace-Wait-Seconds: 20\n";

    private final BlockingClient client;
    private String iterator;

    private WaitingReader(BlockingClient client, String iterator) {
        this.client = client;
        this.iterator = iterator;
    }

    /// A reader behind the first record of `table`, which must have one.
    public static WaitingReader behindFirstRecord(URI endpoint, BenchmarkTable table) {
        BlockingClient client = new BlockingClient(endpoint);
        for (BenchmarkTable.ShardStart shard : table.shards()) {
            String page = client.call(Targets.GET_RECORDS, request(shard.iterator()));
            if (!JsonText.all(page, "eventID").isEmpty()) {
                return new WaitingReader(client, next(page));
            }
        }
        throw new IllegalStateException("the table has no record");
    }

    /// Waits for records, and returns how many came.
    public int read() {
        String page = client.call(Targets.GET_RECORDS, request(iterator), WAIT);
        iterator = next(page);
        return JsonText.all(page, "eventID").size();
    }

    @Override
    public void close() {
        client.close();
    }

    private static String next(String page) {
        List<String> next = JsonText.all(page, "NextShardIterator");
        return next.getFirst();
    }

    private static String request(String iterator) {
        return "{\"ShardIterator\":\"" + iterator + "\"}";
    }
}
