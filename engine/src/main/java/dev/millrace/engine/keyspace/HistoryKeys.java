package dev.millrace.engine.keyspace;

import dev.millrace.store.KeyRange;
import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

import java.util.Arrays;

/// The keys in [Keyspace#HISTORY]: table, position at which the history begins, bucket, item, and
/// the position of a change.
///
/// A bucket is a stretch of time whose changes stand together, so that they can go together. A
/// history that ends and begins anew gets other keys, so what is left of the old one may go at any
/// time.
public final class HistoryKeys {
    private static final int TABLE_BYTES = Integer.BYTES;
    private static final int PREFIX_BYTES = TABLE_BYTES + Long.BYTES + Integer.BYTES;

    private HistoryKeys() {}

    /// The key of the change at `position` of the item at `rowKey` in [Keyspace#ITEMS].
    public static byte[] key(byte[] rowKey, long begin, int bucket, long position) {
        return new TupleWriter()
                .raw(Arrays.copyOf(rowKey, TABLE_BYTES))
                .uint64(begin)
                .uint32(bucket)
                .raw(Arrays.copyOfRange(rowKey, TABLE_BYTES, rowKey.length))
                .uint64(position)
                .toByteArray();
    }

    /// What the keys of all changes of one item in one bucket have in common.
    ///
    /// @param item as [#itemOf] gives it
    public static byte[] itemPrefix(int tableId, long begin, int bucket, byte[] item) {
        return prefix(tableId, begin, bucket).raw(item).toByteArray();
    }

    /// The key of the first change behind `position`.
    ///
    /// @param itemPrefix as [#itemPrefix] gives it
    public static byte[] changeAfter(byte[] itemPrefix, long position) {
        return new TupleWriter().raw(itemPrefix).uint64(position + 1).toByteArray();
    }

    /// The position in a [#key].
    public static long positionOf(byte[] key) {
        return new TupleReader(Arrays.copyOfRange(key, key.length - Long.BYTES, key.length))
                .uint64();
    }

    /// The item in a [#key]: that of its row in [Keyspace#ITEMS], without the table.
    public static byte[] itemOf(byte[] key) {
        return Arrays.copyOfRange(key, PREFIX_BYTES, key.length - Long.BYTES);
    }

    /// Whether a [#key] is of `item`.
    public static boolean isOf(byte[] item, byte[] key) {
        return Arrays.equals(key, PREFIX_BYTES, key.length - Long.BYTES, item, 0, item.length);
    }

    /// The table in a [#key].
    public static int tableOf(byte[] key) {
        return (int) new TupleReader(key).uint32();
    }

    /// The position at which the history of a [#key] begins.
    public static long beginOf(byte[] key) {
        TupleReader tuple = new TupleReader(key);
        tuple.uint32();
        return tuple.uint64();
    }

    /// The bucket in a [#key].
    public static int bucketOf(byte[] key) {
        TupleReader tuple = new TupleReader(key);
        tuple.uint32();
        tuple.uint64();
        return (int) tuple.uint32();
    }

    /// The range of the changes in one bucket of items whose row is behind that of `after`, from
    /// the first item on if it is empty.
    public static KeyRange bucket(int tableId, long begin, int bucket, byte[] after) {
        KeyRange all = buckets(tableId, begin, bucket, bucket + 1);
        return after.length == 0
                ? all
                : KeyRange.of(
                        KeyRange.prefix(itemPrefix(tableId, begin, bucket, after)).to(), all.to());
    }

    /// The range of the buckets from `first` to before `end`.
    public static KeyRange buckets(int tableId, long begin, int first, int end) {
        return KeyRange.of(
                prefix(tableId, begin, first).toByteArray(),
                prefix(tableId, begin, end).toByteArray());
    }

    /// The range of all changes of one history.
    public static KeyRange of(int tableId, long begin) {
        return KeyRange.prefix(new TupleWriter().uint32(tableId).uint64(begin).toByteArray());
    }

    private static TupleWriter prefix(int tableId, long begin, int bucket) {
        return new TupleWriter().uint32(tableId).uint64(begin).uint32(bucket);
    }
}
