package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.http.RequestSource;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Strongly consistent GetItem on random keys that all exist.
public final class GetRandomItems implements RequestSource {
    private final Random random;
    private final int keyCount;
    private final String start;

    public GetRandomItems(String tableName, int keyCount, Random random) {
        this.random = random;
        this.keyCount = keyCount;
        start =
                "{\"TableName\":\""
                        + tableName
                        + "\",\"ConsistentRead\":true,\"Key\":{\"id\":{\"S\":\"";
    }

    @Override
    public String target() {
        return Targets.GET_ITEM;
    }

    @Override
    public byte[] nextBody(int connection) {
        String key = ItemTemplate.key(random.nextInt(keyCount));
        return (start + key + "\"}}}").getBytes(StandardCharsets.US_ASCII);
    }
}
