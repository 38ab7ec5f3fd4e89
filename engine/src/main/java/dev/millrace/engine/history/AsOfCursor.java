package dev.millrace.engine.history;

import dev.millrace.store.Cursor;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;

/// Goes over the items of a table as they were at a position, in the order of their rows: the items
/// that there are now, merged with those that have changed since. It also stands where there was no
/// item then, but is or was one later, so that nobody has to wait long for a step.
public final class AsOfCursor implements AutoCloseable {
    private static final int TABLE_BYTES = Integer.BYTES;

    private final Cursor items;
    private final HistoryWalk changes;
    private final byte[] table;
    private final long position;
    private boolean isAtItem = true;
    private boolean isAtChange = true;
    private boolean hasItem;
    private boolean hasChange;
    private byte @Nullable [] row;

    AsOfCursor(Cursor items, HistoryWalk changes, byte[] table, long position) {
        this.items = items;
        this.changes = changes;
        this.table = table;
        this.position = position;
    }

    /// Moves on; false means that there is nothing behind.
    public boolean next() {
        hasItem = isAtItem ? items.next() : hasItem;
        hasChange = isAtChange ? changes.next() : hasChange;
        int order = order();
        isAtItem = hasItem && order <= 0;
        isAtChange = hasChange && order >= 0;
        row = isAtItem || isAtChange ? rowThen() : null;
        return isAtItem || isAtChange;
    }

    /// The key in the family of items of the row that it stands on.
    public byte[] rowKey() {
        return isAtItem ? items.key() : withTable(Objects.requireNonNull(changes.item()));
    }

    /// The row as it was; null if there was no item.
    public byte @Nullable [] row() {
        return row;
    }

    @Override
    public void close() {
        items.close();
        changes.close();
    }

    private byte @Nullable [] rowThen() {
        Before change = isAtChange ? changes.firstAfter(position) : null;
        if (change != null) {
            return change.row();
        }
        return isAtItem ? items.value() : null;
    }

    // Which of the two stands on the earlier row.
    private int order() {
        if (!hasItem || !hasChange) {
            return hasItem ? -1 : 1;
        }
        byte[] key = items.key();
        byte[] item = Objects.requireNonNull(changes.item());
        return Arrays.compareUnsigned(key, TABLE_BYTES, key.length, item, 0, item.length);
    }

    private byte[] withTable(byte[] item) {
        byte[] key = Arrays.copyOf(table, table.length + item.length);
        System.arraycopy(item, 0, key, table.length, item.length);
        return key;
    }
}
