package dev.millrace.engine.history;

import dev.millrace.engine.backfill.ItemChunk;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.BackupKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rows of backups: their items, each where it stood in its table.
public final class BackupRows {
    private BackupRows() {}

    /// Adds items of a table to a backup.
    public static void write(int backupId, Table table, List<Item> items, WriteBatch batch) {
        for (Item item : items) {
            RowKey row = RowKey.of(table.id(), ItemKeys.ofStored(table.keySchema(), item));
            batch.put(
                    Keyspace.BACKUPS,
                    BackupKeys.itemKey(backupId, row.bytes()),
                    RowValue.encode(item));
        }
    }

    /// The next items of a backup for the table `tableId`, as many as make a chunk.
    ///
    /// @param after the row that the last one of the chunk before got there; null at the beginning
    public static ItemChunk chunk(
            Reader store, int backupId, int tableId, byte @Nullable [] after) {
        List<Item> items = new ArrayList<>();
        long bytes = 0;
        byte[] last = null;
        try (Cursor cursor =
                store.scan(Keyspace.BACKUPS, behind(backupId, after), Direction.ASCENDING)) {
            while (cursor.next()) {
                if (ItemChunk.isFull(items.size(), bytes)) {
                    return new ItemChunk(items, last);
                }
                byte[] row = cursor.value();
                bytes += row.length;
                items.add(RowValue.decode(row));
                last = BackupKeys.rowKeyOf(cursor.key(), tableId);
            }
        }
        return new ItemChunk(items, null);
    }

    private static KeyRange behind(int backupId, byte @Nullable [] after) {
        KeyRange all = BackupKeys.itemsOf(backupId);
        if (after == null) {
            return all;
        }
        byte[] key = BackupKeys.itemKey(backupId, after);
        // A zero byte makes the key that follows the row directly.
        return KeyRange.of(Arrays.copyOf(key, key.length + 1), all.to());
    }
}
