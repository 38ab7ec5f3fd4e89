package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.BilledSizes;
import dev.millrace.engine.index.IndexWriteUnits;
import dev.millrace.engine.index.ItemCollections;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.item.TableUnits;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.ItemCollectionMetrics;
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
