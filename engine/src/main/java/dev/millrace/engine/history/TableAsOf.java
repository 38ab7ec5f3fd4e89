package dev.millrace.engine.history;

import dev.millrace.engine.backfill.ItemChunk;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Reader;
import dev.millrace.store.tuple.TupleWriter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A table as it was when all changes up to a position had been made and none behind it.
///
/// It never changes while its history is kept from the position on, so it may be read piece by
/// piece, each from a snapshot of its own. Whoever reads it for longer holds the history
/// ([dev.millrace.engine.catalog.HistoryHold]).
///
/// @param position not before the history's beginning, nor in a bucket that it has dropped
public record TableAsOf(int tableId, TableHistory history, long position) {
    /// The most rows that are looked at for one chunk.
    public static final int LOOKED_AT_MAX = 1_000;

    public TableAsOf {
        Past.require(history, position);
    }

    /// A cursor over the items whose rows are behind the row `after`, over all if it is null. It
    /// must be closed.
    ///
    /// @param store a snapshot, or a store that nobody writes to
    public AsOfCursor open(Reader store, byte @Nullable [] after) {
        Cursor items =
                store.scan(Keyspace.ITEMS, RowKey.behind(tableId, after), Direction.ASCENDING);
        HistoryWalk changes =
                new HistoryWalk(store, tableId, history, position, Past.itemOf(after));
        byte[] table = new TupleWriter().uint32(tableId).toByteArray();
        return new AsOfCursor(items, changes, table, position);
    }

    /// The items whose rows are behind the row `after`, as many as make a chunk.
    ///
    /// @param store as above
    public ItemChunk chunk(Reader store, byte @Nullable [] after) {
        List<Item> items = new ArrayList<>();
        long bytes = 0;
        byte[] last = null;
        try (AsOfCursor cursor = open(store, after)) {
            for (int rows = 0; cursor.next(); rows++) {
                if (ItemChunk.isFull(items.size(), bytes) || rows == LOOKED_AT_MAX) {
                    return new ItemChunk(items, last);
                }
                byte[] row = cursor.row();
                if (row != null) {
                    bytes += row.length;
                    items.add(RowValue.decode(row));
                }
                last = cursor.rowKey();
            }
        }
        return new ItemChunk(items, null);
    }
}
