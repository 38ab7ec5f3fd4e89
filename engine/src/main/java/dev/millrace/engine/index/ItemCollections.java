package dev.millrace.engine.index;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.TableTotals;
import dev.millrace.engine.keyspace.KeyBytes;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.response.ItemCollectionMetrics;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.value.Item;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Store;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// Item collections: the items of one partition key together with their entries in local indexes.
/// Only tables with local indexes have any.
///
/// Sizes are kept of whole tables and indexes, not of collections; that of a collection is
/// estimated from those, shared out as the store's own estimates say.
public final class ItemCollections {
    private static final long GIGABYTE = 1L << 30;

    private final TableTotals tables;
    private final IndexTotals indexes;
    private final Store store;
    private final long bytesMax;

    /// Collections whose sizes are estimated from these totals and `store`; with more than
    /// `bytesMax` they take no more.
    public ItemCollections(TableTotals tables, IndexTotals indexes, Store store, long bytesMax) {
        this.tables = tables;
        this.indexes = indexes;
        this.store = store;
        this.bytesMax = bytesMax;
    }

    /// What is known of the collection that the item with this key belongs to; null if the table
    /// has no local index.
    ///
    /// The lower bound is 0, and the upper bound is what the table and its local indexes have
    /// together, in gigabytes begun.
    public @Nullable ItemCollectionMetrics of(Table table, PrimaryKey key) {
        List<SecondaryIndex> local = localIndexes(table);
        return local.isEmpty()
                ? null
                : new ItemCollectionMetrics(
                        keyOf(table, key),
                        0,
                        Math.max(1, Math.ceilDiv(bytes(table, local), GIGABYTE)));
    }

    /// Goes on if a collection has room for what a write adds; one that adds nothing always has.
    ///
    /// @throws ApiException ItemCollectionSizeLimitExceeded if it has not
    public void requireRoom(
            Table table, PrimaryKey key, @Nullable Item before, @Nullable Item after) {
        if (table.indexes().all().isEmpty() || sizeOf(after) <= sizeOf(before)) {
            return;
        }
        List<SecondaryIndex> local = localIndexes(table);
        // A collection is no larger than all of them.
        if (!local.isEmpty()
                && bytes(table, local) > bytesMax
                && bytes(table, local, key) > bytesMax) {
            throw new ApiException(
                    ApiError.ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED, "Collection size exceeded.");
        }
    }

    private long bytes(Table table, List<SecondaryIndex> local) {
        return tables.of(table.id()).bytes()
                + local.stream()
                        .mapToLong(index -> indexes.of(table.id(), index.id()).bytes())
                        .sum();
    }

    private double bytes(Table table, List<SecondaryIndex> local, PrimaryKey key) {
        byte[] partition = RowKey.partition(table.id(), KeyBytes.of(key.partition())).toByteArray();
        double bytes =
                tables.of(table.id()).bytes()
                        * share(
                                Keyspace.ITEMS,
                                KeyRange.prefix(partition),
                                Keyspace.itemsOf(table.id()));
        for (SecondaryIndex index : local) {
            bytes += bytes(table, index, key);
        }
        return bytes;
    }

    private double bytes(Table table, SecondaryIndex index, PrimaryKey key) {
        byte[] partition =
                EntryKey.partition(table.id(), index.id(), List.of(key.partition())).toByteArray();
        return indexes.of(table.id(), index.id()).bytes()
                * share(
                        Keyspace.INDEX,
                        KeyRange.prefix(partition),
                        Keyspace.entriesOf(table.id(), index.id()));
    }

    private double share(Family family, KeyRange part, KeyRange whole) {
        long bytes = store.approximateBytes(family, whole);
        return bytes == 0 ? 0 : Math.min(1, store.approximateBytes(family, part) / (double) bytes);
    }

    private static List<SecondaryIndex> localIndexes(Table table) {
        return table.indexes().all().stream()
                .filter(index -> index.kind() == IndexKind.LOCAL)
                .toList();
    }

    private static long sizeOf(@Nullable Item item) {
        return item == null ? 0 : item.sizeBytes();
    }

    private static Item keyOf(Table table, PrimaryKey key) {
        return Item.of(Map.of(table.keySchema().partitionKey().name(), key.partition()));
    }
}
