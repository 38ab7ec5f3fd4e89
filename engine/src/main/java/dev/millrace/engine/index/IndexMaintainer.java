package dev.millrace.engine.index;

import dev.millrace.engine.backfill.Backfill;
import dev.millrace.engine.backfill.BackfillProgress;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.IndexTotals.IndexId;
import dev.millrace.engine.item.ItemChange;
import dev.millrace.engine.item.TableTotals.Totals;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.value.Item;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps the indexes equal to the projection of their tables, in one batch.
///
/// It compares the entry of the item before a change with the entry after it. One that stays as it
/// is costs nothing; one whose key changes is removed and added. Used by the applier's thread, one
/// for each batch.
public final class IndexMaintainer {
    private final IndexTotals totals;
    private final BackfillProgress backfills;
    private final WriteBatch batch;
    private final Map<IndexId, Totals> next = new HashMap<>();

    /// A maintainer that writes to `batch`.
    public IndexMaintainer(IndexTotals totals, BackfillProgress backfills, WriteBatch batch) {
        this.totals = totals;
        this.backfills = backfills;
        this.batch = batch;
    }

    /// Brings every index of the table up to what the item is after the change.
    public void write(ItemChange change) {
        Table table = change.table();
        if (!table.indexes().all().isEmpty()) {
            for (SecondaryIndex index : table.indexes().maintained()) {
                if (holds(index, change)) {
                    replace(
                            table,
                            index,
                            entry(change, index, change.before()),
                            entry(change, index, change.after()));
                }
            }
        }
    }

    // An index that is being filled holds nothing of the rows that its backfill has not passed; it
    // will find them as they then are.
    private boolean holds(SecondaryIndex index, ItemChange change) {
        return !index.isUnderConstruction()
                || backfills.hasPassed(
                        Backfill.ofIndex(change.table().id(), index.id()), change.rowKey());
    }

    /// Adds to the index with this id the entries of items of which it has none yet.
    public void fill(Table table, int indexId, List<Item> items) {
        SecondaryIndex index = table.indexes().require(indexId);
        items.forEach(item -> replace(table, index, null, IndexEntries.of(table, index, item)));
    }

    /// Adds the new totals of the indexes touched to the batch, and returns them for
    /// [IndexTotals#apply] once the batch is written.
    public Map<IndexId, Totals> end() {
        IndexTotals.write(next, batch);
        return next;
    }

    private static @Nullable IndexEntry entry(
            ItemChange change, SecondaryIndex index, @Nullable Item item) {
        return item == null ? null : IndexEntries.of(change.table(), change.key(), index, item);
    }

    private void replace(
            Table table,
            SecondaryIndex index,
            @Nullable IndexEntry before,
            @Nullable IndexEntry after) {
        if (before == null ? after == null : before.equals(after)) {
            return;
        }
        if (before != null && (after == null || !before.isAtPlaceOf(after))) {
            batch.delete(Keyspace.INDEX, before.key());
        }
        if (after != null) {
            batch.put(Keyspace.INDEX, after.key(), after.value());
        }
        IndexId id = new IndexId(table.id(), index.id());
        Totals known = next.containsKey(id) ? next.get(id) : totals.of(id);
        next.put(id, known.plus(IndexEntry.difference(before, after)));
    }
}
