package dev.millrace.fuzz;

import dev.millrace.engine.keyspace.CorruptRowException;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.value.CorruptItemException;
import dev.millrace.model.value.Item;

/// Rows of items as a damaged disk might return them.
public final class StoredItems {
    private StoredItems() {}

    /// Reads a row; whatever its bytes, it is an item or a corrupt one.
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            Item item = RowValue.decode(data);
            item.attributes();
            item.sizeBytes();
        } catch (CorruptRowException | CorruptItemException expected) {
            Promises.hasText(expected);
        }
    }
}
