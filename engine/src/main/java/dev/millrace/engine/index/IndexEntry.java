package dev.millrace.engine.index;

import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.value.Item;

import java.util.Arrays;

/// What an index holds of one item.
///
/// @param key where the entry stands in [dev.millrace.engine.keyspace.Keyspace#INDEX]; must not be
///   changed
/// @param item the projected attributes, those of the keys of index and table among them
// The array is compared by content below and never changed.
@SuppressWarnings("ArrayRecordComponent")
public record IndexEntry(byte[] key, Item item) {
    /// The row that holds the entry.
    public byte[] value() {
        return RowValue.encode(item);
    }

    /// Whether the other entry stands at the same place.
    public boolean isAtPlaceOf(IndexEntry other) {
        return Arrays.equals(key, other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexEntry that && isAtPlaceOf(that) && item.equals(that.item);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
