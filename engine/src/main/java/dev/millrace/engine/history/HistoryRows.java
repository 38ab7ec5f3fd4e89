package dev.millrace.engine.history;

import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.item.ItemChange;
import dev.millrace.engine.keyspace.HistoryKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;

/// The rows of histories: for each change of an item what it was before.
public final class HistoryRows {
    private static final byte[] ABSENT = {};

    private HistoryRows() {}

    /// Adds to `batch` what the item was before a change, if its table's history is kept.
    public static void write(ItemChange change, WriteBatch batch) {
        TableHistory history = change.table().past().history();
        if (history != null) {
            write(change, history.begin(), batch);
        }
    }

    private static void write(ItemChange change, long begin, WriteBatch batch) {
        Item before = change.before();
        long position = change.position();
        batch.put(
                Keyspace.HISTORY,
                HistoryKeys.key(change.rowKey().bytes(), begin, Buckets.of(position), position),
                before == null ? ABSENT : RowValue.encode(before));
    }

    /// The row of the item in the value of a history row; null if there was none.
    public static byte @Nullable [] itemRow(byte[] value) {
        return value.length == 0 ? null : value;
    }
}
