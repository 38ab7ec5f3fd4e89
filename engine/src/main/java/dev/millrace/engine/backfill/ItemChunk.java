package dev.millrace.engine.backfill;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Reader;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Items of a table that follow each other in the order of their rows.
///
/// @param items those found, none if there are no more
/// @param last the key of the row of the last one; null if no items follow it
// The array is never changed, and chunks are not compared.
@SuppressWarnings("ArrayRecordComponent")
public record ItemChunk(List<Item> items, byte @Nullable [] last) {
    /// The most items of a chunk.
    public static final int ITEMS_MAX = 100;

    /// How many bytes of rows fill a chunk; the item that reaches it is still part of the chunk.
    public static final int BYTES_MAX = 256 * 1024;

    /// Reads the chunk of a table's items behind the row `after`, from the first item if it is
    /// null.
    public static ItemChunk read(Reader store, int tableId, byte @Nullable [] after) {
        List<Item> items = new ArrayList<>();
        long bytes = 0;
        byte[] last = null;
        try (Cursor cursor =
                store.scan(Keyspace.ITEMS, RowKey.behind(tableId, after), Direction.ASCENDING)) {
            while (cursor.next()) {
                if (isFull(items.size(), bytes)) {
                    return new ItemChunk(items, last);
                }
                byte[] row = cursor.value();
                bytes += row.length;
                items.add(RowValue.decode(row));
                last = cursor.key();
            }
        }
        return new ItemChunk(items, null);
    }

    /// Whether a chunk with so many items, whose rows have so many bytes, takes no more.
    public static boolean isFull(int items, long bytes) {
        return items >= ITEMS_MAX || bytes >= BYTES_MAX;
    }
}
