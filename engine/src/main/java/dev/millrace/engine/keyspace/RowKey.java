package dev.millrace.engine.keyspace;

import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.store.KeyRange;
import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Where an item's row stands in [Keyspace#ITEMS]: table, hash of the partition key, partition key,
/// sort key.
///
/// Rows of one table are ordered by the hash, then by the partition key, then by the sort key, so a
/// partition is one range of rows, and so is the answer of a Query.
public final class RowKey {
    private static final int TABLE_BYTES = Integer.BYTES;

    private final byte[] bytes;

    private RowKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The row key of an item.
    public static RowKey of(int tableId, PrimaryKey key) {
        return of(tableId, KeyBytes.of(key.partition()), key.sort());
    }

    /// The row key with these bytes, read from the store.
    public static RowKey stored(byte[] bytes) {
        return new RowKey(bytes);
    }

    private static RowKey of(int tableId, byte[] partitionKey, @Nullable AttributeValue sort) {
        TupleWriter tuple = partition(tableId, partitionKey);
        return new RowKey(
                sort == null ? tuple.toByteArray() : tuple.bytes(KeyBytes.of(sort)).toByteArray());
    }

    /// The beginning that the rows of one partition key share; sort keys may be appended to it.
    public static TupleWriter partition(int tableId, byte[] partitionKey) {
        return hashed(tableId, KeyHash.of(partitionKey)).bytes(partitionKey);
    }

    /// The beginning that the rows share whose partition key has this hash.
    public static TupleWriter hashed(int tableId, long hash) {
        return new TupleWriter().uint32(tableId).uint64(hash);
    }

    /// The range in [Keyspace#ITEMS] of a table's items behind the row `after`, of all if it is
    /// null.
    public static KeyRange behind(int tableId, byte @Nullable [] after) {
        KeyRange all = Keyspace.itemsOf(tableId);
        // A zero byte makes the key that follows the row directly.
        return after == null ? all : KeyRange.of(Arrays.copyOf(after, after.length + 1), all.to());
    }

    /// The bytes of the key, which must not be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// Where the same item would stand in another table.
    public RowKey in(int tableId) {
        return new RowKey(
                new TupleWriter()
                        .uint32(tableId)
                        .raw(Arrays.copyOfRange(bytes, TABLE_BYTES, bytes.length))
                        .toByteArray());
    }

    /// The hash of the partition key, to be compared unsigned.
    public long hash() {
        TupleReader tuple = new TupleReader(bytes);
        tuple.raw(TABLE_BYTES);
        return tuple.uint64();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
