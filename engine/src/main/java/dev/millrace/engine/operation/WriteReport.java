package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.BilledSizes;
import dev.millrace.engine.index.IndexWriteUnits;
import dev.millrace.engine.index.ItemCollections;
import dev.millrace.engine.insight.Contributors;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.item.TableUnits;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.ItemCollectionMetrics;
import dev.millrace.model.response.ThroughputExceededException;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the answer to a write tells beside the item: the capacity used on the table and its
/// indexes, and the item collections touched.
final class WriteReport {
    private WriteReport() {}

    /// The units of putting `after` in the place of `before`, either of them null for none.
    static TableUnits units(Table table, @Nullable Item before, @Nullable Item after) {
        return new TableUnits(
                BilledSizes.writeUnits(table, before, after),
                IndexWriteUnits.of(table, before, after));
    }

    /// What to answer about the capacity that a write of one item used, or null if it was not asked
    /// for.
    static @Nullable ConsumedCapacity capacity(
            ReturnConsumedCapacity wanted, Table table, ItemWrite.Outcome outcome) {
        return wanted == ReturnConsumedCapacity.NONE
                ? null
                : capacity(wanted, table.name(), units(table, outcome.before(), outcome.after()));
    }

    /// What to answer about these units, or null if it was not asked for.
    static @Nullable ConsumedCapacity capacity(
            ReturnConsumedCapacity wanted, String tableName, TableUnits units) {
        return CapacityUnits.report(wanted, tableName, units.items(), units.indexes());
    }

    /// Counts a write that was not carried out among the contributors of its table: one that was
    /// throttled, and one whose condition did not hold, which costs as much as a deletion.
    ///
    /// @param present what was there before
    static void tell(
            Contributors contributors,
            ItemWrite write,
            @Nullable Item present,
            ApiException fault) {
        if (isThrottling(fault)) {
            contributors.throttled(write.table(), write.key());
        } else if (fault.error() == ApiError.CONDITIONAL_CHECK_FAILED
                || fault.error() == ApiError.DUPLICATE_ITEM) {
            contributors.refused(write.table(), write.key(), present);
        }
    }

    // That an index has nothing left is not counted (AWS documentation, "How it works").
    private static boolean isThrottling(ApiException fault) {
        return fault instanceof ThroughputExceededException exceeded
                ? !isOfIndexes(exceeded)
                : fault.error() == ApiError.THROTTLING;
    }

    /// Whether only indexes had nothing left.
    static boolean isOfIndexes(ThroughputExceededException exceeded) {
        return exceeded.reasons().stream().allMatch(each -> each.reason().startsWith("Index"));
    }

    /// What to answer about the item's collection, or null if it was not asked for or there is
    /// none.
    static @Nullable ItemCollectionMetrics collection(
            ReturnItemCollectionMetrics wanted,
            ItemCollections collections,
            Table table,
            PrimaryKey key) {
        return switch (wanted) {
            case NONE -> null;
            case SIZE -> collections.of(table, key);
        };
    }

    /// The collections of several items, by table, each once and in the order of the items.
    static final class Collections {
        private final Map<String, List<ItemCollectionMetrics>> byTable = new LinkedHashMap<>();
        private final ReturnItemCollectionMetrics wanted;
        private final ItemCollections collections;

        Collections(ReturnItemCollectionMetrics wanted, ItemCollections collections) {
            this.wanted = wanted;
            this.collections = collections;
        }

        void add(Table table, PrimaryKey key) {
            ItemCollectionMetrics of = collection(wanted, collections, table, key);
            if (of != null) {
                List<ItemCollectionMetrics> known =
                        byTable.computeIfAbsent(table.name(), _ -> new ArrayList<>());
                if (!known.contains(of)) {
                    known.add(of);
                }
            }
        }

        Map<String, List<ItemCollectionMetrics>> byTable() {
            return byTable;
        }
    }
}
