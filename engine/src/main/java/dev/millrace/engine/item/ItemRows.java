package dev.millrace.engine.item;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.Reader;

import org.jspecify.annotations.Nullable;

/// Reads single items as the last applied commit left them.
public final class ItemRows {
    private final Reader store;

    /// Reads from `store`.
    public ItemRows(Reader store) {
        this.store = store;
    }

    /// The item at `key`, or null if there is none.
    public @Nullable Item read(RowKey key) {
        byte[] row = store.get(Keyspace.ITEMS, key.bytes());
        return row == null ? null : RowValue.decode(row);
    }
}
