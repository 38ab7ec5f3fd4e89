package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.http.RequestSource;

import org.jspecify.annotations.Nullable;

import java.util.Random;

/// PutItem once for each key of a key space: fills a table before it is read.
public final class PutEachItemOnce implements RequestSource {
    private final int keyCount;
    private final ItemTemplate items;
    private int nextKey;

    /// @param itemBytes the size of each item
    public PutEachItemOnce(String tableName, int keyCount, int itemBytes, Random random) {
        this.keyCount = keyCount;
        items = new ItemTemplate(tableName, itemBytes, random);
    }

    @Override
    public String target() {
        return Targets.PUT_ITEM;
    }

    @Override
    public byte @Nullable [] nextBody(int connection) {
        return nextKey == keyCount ? null : items.body(nextKey++);
    }
}
