package dev.millrace.engine.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.item.TableTotals.Totals;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;

/// What an index holds of one item.
///
/// @param key where the entry stands in [dev.millrace.engine.keyspace.Keyspace#INDEX]; must not be
///   changed
/// @param item the projected attributes, those of the keys of index and table among them, a vector
///   not
/// @param vector what an index of vectors has beside them; null for other indexes
// The array is compared by content below and never changed.
@SuppressWarnings("ArrayRecordComponent")
public record IndexEntry(byte[] key, Item item, @Nullable VectorPart vector) {
    /// An entry of an index of keys.
    public IndexEntry(byte[] key, Item item) {
        this(key, item, null);
    }

    /// The row that holds the entry.
    public byte[] value() {
        return vector == null ? RowValue.encode(item) : VectorRow.encode(vector, item);
    }

    /// The size in bytes by DynamoDB's formula, by which a vector counts four bytes a component.
    public int sizeBytes() {
        return vector == null
                ? item.sizeBytes()
                : sizeBytes(item, vector.attribute(), vector.components().length);
    }

    /// The size of an entry with this projected item and a vector of so many components.
    public static int sizeBytes(Item item, String attribute, int dimensions) {
        return item.sizeBytes() + attribute.getBytes(UTF_8).length + dimensions * Float.BYTES;
    }

    /// What is added to an index's totals when `after` takes the place of `before`, either of them
    /// null for none.
    public static Totals difference(@Nullable IndexEntry before, @Nullable IndexEntry after) {
        return new Totals(
                (after == null ? 0 : 1) - (before == null ? 0 : 1),
                (after == null ? 0 : after.sizeBytes())
                        - (before == null ? 0 : before.sizeBytes()));
    }

    /// Whether the other entry stands at the same place.
    public boolean isAtPlaceOf(IndexEntry other) {
        return Arrays.equals(key, other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexEntry that
                && isAtPlaceOf(that)
                && item.equals(that.item)
                && Objects.equals(vector, that.vector);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
