package dev.millrace.engine.keyspace;

import dev.millrace.model.value.Item;

import java.util.Arrays;

/// The value of an item's row: one byte of format, then the canonical bytes of the item.
public final class RowValue {
    private static final byte FORMAT = 1;

    private RowValue() {}

    /// The row that holds `item`.
    public static byte[] encode(Item item) {
        byte[] bytes = item.bytes();
        byte[] row = new byte[bytes.length + 1];
        row[0] = FORMAT;
        System.arraycopy(bytes, 0, row, 1, bytes.length);
        return row;
    }

    /// The item that a row holds.
    ///
    /// @throws CorruptRowException if the row has no known format byte
    public static Item decode(byte[] row) {
        if (row.length == 0 || row[0] != FORMAT) {
            throw new CorruptRowException("item row has no known format byte");
        }
        return Item.encoded(Arrays.copyOfRange(row, 1, row.length));
    }
}
