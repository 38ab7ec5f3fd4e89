package dev.millrace.engine.index;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.TableTotals;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.response.ItemCollectionMetrics;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// Item collections: the items of one partition key together with their entries in local indexes.
/// Only tables with local indexes have any.
public final class ItemCollections {
    private static final long GIGABYTE = 1L << 30;

    private final TableTotals tables;
    private final IndexTotals indexes;

    /// Collections whose sizes are estimated from these totals.
    public ItemCollections(TableTotals tables, IndexTotals indexes) {
        this.tables = tables;
        this.indexes = indexes;
    }

    /// What is known of the collection that the item with this key belongs to; null if the table
    /// has no local index.
    ///
    /// Sizes are kept of whole tables and indexes, not of collections. So the lower bound is 0, and
    /// the upper bound is what the table and its local indexes have together, in gigabytes begun.
    public @Nullable ItemCollectionMetrics of(Table table, PrimaryKey key) {
        long bytes = tables.of(table.id()).bytes();
        boolean hasLocal = false;
        for (SecondaryIndex index : table.indexes().all()) {
            if (index.kind() == IndexKind.LOCAL) {
                hasLocal = true;
                bytes += indexes.of(table.id(), index.id()).bytes();
            }
        }
        return hasLocal
                ? new ItemCollectionMetrics(
                        keyOf(table, key), 0, Math.max(1, Math.ceilDiv(bytes, GIGABYTE)))
                : null;
    }

    private static Item keyOf(Table table, PrimaryKey key) {
        return Item.of(Map.of(table.keySchema().partitionKey().name(), key.partition()));
    }
}
