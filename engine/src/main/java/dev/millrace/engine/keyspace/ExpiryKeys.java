package dev.millrace.engine.keyspace;

import dev.millrace.store.KeyRange;
import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

import java.util.Arrays;

/// The keys in [Keyspace#EXPIRY]: a table's items by the second in which they expire.
public final class ExpiryKeys {
    private ExpiryKeys() {}

    /// The key in [Keyspace#EXPIRY] of the item at `rowKey` in [Keyspace#ITEMS] that expires at
    /// `second` since 1970.
    public static byte[] key(byte[] rowKey, long second) {
        return new TupleWriter()
                .raw(Arrays.copyOf(rowKey, Integer.BYTES))
                .uint64(second)
                .raw(Arrays.copyOfRange(rowKey, Integer.BYTES, rowKey.length))
                .toByteArray();
    }

    /// The key in [Keyspace#ITEMS] that an [#key] is of.
    public static byte[] rowKeyOf(byte[] key) {
        TupleReader tuple = new TupleReader(key);
        byte[] table = tuple.raw(Integer.BYTES);
        tuple.uint64();
        return new TupleWriter().raw(table).raw(tuple.raw(tuple.remaining())).toByteArray();
    }

    /// The second since 1970 in an [#key].
    public static long secondOf(byte[] key) {
        TupleReader tuple = new TupleReader(key);
        tuple.raw(Integer.BYTES);
        return tuple.uint64();
    }

    /// The range in [Keyspace#EXPIRY] of a table's items that expire from the second `from` to
    /// before the second `to`.
    public static KeyRange between(int tableId, long from, long to) {
        return KeyRange.of(prefix(tableId, from), prefix(tableId, to));
    }

    /// The range in [Keyspace#EXPIRY] of all items of a table.
    public static KeyRange ofTable(int tableId) {
        return KeyRange.prefix(new TupleWriter().uint32(tableId).toByteArray());
    }

    private static byte[] prefix(int tableId, long second) {
        return new TupleWriter().uint32(tableId).uint64(second).toByteArray();
    }
}
