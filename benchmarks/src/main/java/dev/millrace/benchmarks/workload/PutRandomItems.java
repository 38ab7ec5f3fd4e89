package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.http.RequestSource;

import java.util.Random;

/// PutItem on random keys out of a key space.
public final class PutRandomItems implements RequestSource {
    private final Random random;
    private final int keyCount;
    private final ItemTemplate items;

    /// @param itemBytes the size of each item
    public PutRandomItems(String tableName, int keyCount, int itemBytes, Random random) {
        this.random = random;
        this.keyCount = keyCount;
        items = new ItemTemplate(tableName, itemBytes, random);
    }

    @Override
    public String target() {
        return Targets.PUT_ITEM;
    }

    @Override
    public byte[] nextBody(int connection) {
        return items.body(random.nextInt(keyCount));
    }
}
