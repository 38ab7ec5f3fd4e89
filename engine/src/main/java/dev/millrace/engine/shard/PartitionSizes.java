package dev.millrace.engine.shard;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.HashRange;
import dev.millrace.engine.item.TableTotals;
import dev.millrace.engine.item.WantedSplit;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Store;

import java.util.ArrayList;
import java.util.List;

/// How large partitions are: the table's exact size, shared out as the store's estimates say.
public final class PartitionSizes {
    // A split that leaves less than this share to one half would be of no use: the items of one key
    // cannot be parted.
    private static final int SHARE_MIN = 8;

    private final Store store;
    private final TableTotals totals;
    private final long bytesMax;

    /// Sizes in `store`; above `bytesMax`, by DynamoDB's formula, a partition is too large.
    public PartitionSizes(Store store, TableTotals totals, long bytesMax) {
        this.store = store;
        this.totals = totals;
        this.bytesMax = bytesMax;
    }

    /// Whether any table is larger than a partition may be.
    boolean hasLargeTable(CatalogState state) {
        return state.tables().stream().anyMatch(this::isLarge);
    }

    /// The partitions of a table that are too large, with the middle of each.
    List<WantedSplit> tooLarge(Table table) {
        long stored = isLarge(table) ? bytes(Keyspace.itemsOf(table.id())) : 0;
        List<WantedSplit> found = new ArrayList<>();
        for (int i = 0; stored > 0 && i < table.partitions().size(); i++) {
            HashRange range = HashRange.ofPartition(table.partitions(), i);
            if (range.hasAtLeast(2) && isTooLarge(table, range, stored)) {
                found.add(new WantedSplit(table.id(), range.first(), range.startOf(1, 2)));
            }
        }
        return found;
    }

    private boolean isLarge(Table table) {
        return totals.of(table.id()).bytes() > bytesMax;
    }

    private boolean isTooLarge(Table table, HashRange range, long stored) {
        long boundary = range.startOf(1, 2);
        long lower = bytes(Keyspace.itemsOf(table.id(), range.first(), boundary - 1));
        long upper = bytes(Keyspace.itemsOf(table.id(), boundary, range.last()));
        double share = (lower + upper) / (double) stored;
        return share * totals.of(table.id()).bytes() > bytesMax
                && Math.min(lower, upper) >= (lower + upper) / SHARE_MIN;
    }

    private long bytes(KeyRange range) {
        return store.approximateBytes(Keyspace.ITEMS, range);
    }
}
