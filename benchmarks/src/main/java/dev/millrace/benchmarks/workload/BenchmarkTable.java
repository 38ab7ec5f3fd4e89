package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.http.BlockingClient;
import dev.millrace.benchmarks.http.LoadException;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// The table that the load is for, on-demand and with a string key; it exists while this is open.
public final class BenchmarkTable implements AutoCloseable {
    private static final String DEFINITION_OF_PAYLOAD =
            ",{\"AttributeName\":\"payload\",\"AttributeType\":\"S\"}";
    private static final String GLOBAL_INDEXES = ",\"GlobalSecondaryIndexes\":";

    // Holds the whole item under a key that never changes.
    private static final String INDEX_IN_PLACE =
            """
            {"IndexName":"by-id","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],\
            "Projection":{"ProjectionType":"ALL"}}\
            """;

    // Each put has another payload.
    private static final String INDEX_THAT_MOVES =
            """
            {"IndexName":"by-payload","KeySchema":[{"AttributeName":"payload","KeyType":"HASH"}],\
            "Projection":{"ProjectionType":"KEYS_ONLY"}}\
            """;

    private static final int DESCRIBES_MAX = 600;
    private static final long DESCRIBE_PAUSE_MILLIS = 50;

    private final BlockingClient client;
    private final String name;

    private BenchmarkTable(BlockingClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /// Creates the table and waits until it can be used.
    ///
    /// @param stream a stream view type, or `off`
    public static BenchmarkTable create(
            BlockingClient client, String name, String stream, int indexes) {
        client.call(
                Targets.CREATE_TABLE,
                """
                {"TableName":"%s","BillingMode":"PAY_PER_REQUEST",\
                "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}%s],\
                "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]%s%s}\
                """
                        .formatted(
                                name,
                                indexes < 2 ? "" : DEFINITION_OF_PAYLOAD,
                                globalIndexes(indexes),
                                streamSpecification(stream)));
        BenchmarkTable table = new BenchmarkTable(client, name);
        table.awaitActive();
        return table;
    }

    /// The table's name.
    public String name() {
        return name;
    }

    /// Iterators at the oldest record of each of the stream's shards.
    List<ShardStart> shards() {
        String streamArn = JsonText.all(describe(), "LatestStreamArn").getFirst();
        String stream =
                client.call(Targets.DESCRIBE_STREAM, "{\"StreamArn\":\"" + streamArn + "\"}");
        return JsonText.all(stream, "ShardId").stream()
                .map(shardId -> new ShardStart(iterator(streamArn, shardId)))
                .toList();
    }

    /// Where to begin to read a shard.
    record ShardStart(String iterator) {}

    @Override
    public void close() {
        client.call(Targets.DELETE_TABLE, tableName());
    }

    private String iterator(String streamArn, String shardId) {
        String answer =
                client.call(
                        Targets.GET_SHARD_ITERATOR,
                        """
                        {"StreamArn":"%s","ShardId":"%s","ShardIteratorType":"TRIM_HORIZON"}\
                        """
                                .formatted(streamArn, shardId));
        return JsonText.all(answer, "ShardIterator").getFirst();
    }

    private void awaitActive() {
        for (int i = 0; i < DESCRIBES_MAX; i++) {
            if (JsonText.all(describe(), "TableStatus").contains("ACTIVE")) {
                return;
            }
            pause();
        }
        throw new LoadException("the table does not become active");
    }

    private String describe() {
        return client.call(Targets.DESCRIBE_TABLE, tableName());
    }

    private String tableName() {
        return "{\"TableName\":\"" + name + "\"}";
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(DESCRIBE_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadException("interrupted while the table was created", e);
        }
    }

    private static String globalIndexes(int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> GLOBAL_INDEXES + "[" + INDEX_IN_PLACE + "]";
            case 2 -> GLOBAL_INDEXES + "[" + INDEX_IN_PLACE + "," + INDEX_THAT_MOVES + "]";
            default -> throw new IllegalArgumentException("there are up to two indexes");
        };
    }

    private static String streamSpecification(String stream) {
        return stream.equals("off")
                ? ""
                : ",\"StreamSpecification\":{\"StreamEnabled\":true,\"StreamViewType\":\""
                        + stream
                        + "\"}";
    }
}
