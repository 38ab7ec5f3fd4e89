package dev.millrace.engine.index;

import dev.millrace.engine.keyspace.KeyBytes;
import dev.millrace.engine.keyspace.KeyHash;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.store.tuple.TupleWriter;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// Where entries stand in [dev.millrace.engine.keyspace.Keyspace#INDEX]: table, index, hash of the
/// partition key's values, those values, those of the sort key, the table's key.
///
/// The entries of one partition key are one range of rows in the order of the sort key; entries
/// with equal index keys follow each other in the order of the table's key.
public final class EntryKey {
    /// The list that all entries of an index of vectors are in.
    public static final int LIST = 0;

    private EntryKey() {}

    /// The beginning that the rows of one index share.
    public static TupleWriter index(int tableId, int indexId) {
        return new TupleWriter().uint32(tableId).uint32(indexId);
    }

    /// The beginning that the rows share whose partition key has this hash.
    public static TupleWriter hashed(int tableId, int indexId, long hash) {
        return index(tableId, indexId).uint64(hash);
    }

    /// The beginning that the rows of one partition key share; sort keys may be appended to it.
    public static TupleWriter partition(int tableId, int indexId, List<AttributeValue> values) {
        List<byte[]> bytes = values.stream().map(KeyBytes::of).toList();
        TupleWriter tuple = hashed(tableId, indexId, hash(bytes));
        bytes.forEach(tuple::bytes);
        return tuple;
    }

    /// The key of the entry of the item with this key in the table.
    public static byte[] of(
            int tableId,
            int indexId,
            List<AttributeValue> partition,
            List<AttributeValue> sort,
            PrimaryKey tableKey) {
        TupleWriter tuple = partition(tableId, indexId, partition);
        sort.forEach(value -> tuple.bytes(KeyBytes.of(value)));
        appendKey(tuple, tableKey);
        return tuple.toByteArray();
    }

    /// The key of the entry that an index of vectors has of the item with this key in the table.
    ///
    /// Between the partition key and the table's key stands the number of a list of entries, which
    /// is [#LIST] for all of them: an index that searches some lists alone would give them others.
    public static byte[] ofVector(
            int tableId, int indexId, List<AttributeValue> partition, PrimaryKey tableKey) {
        TupleWriter tuple = partition(tableId, indexId, partition).uint32(LIST);
        appendKey(tuple, tableKey);
        return tuple.toByteArray();
    }

    private static void appendKey(TupleWriter tuple, PrimaryKey tableKey) {
        tuple.bytes(KeyBytes.of(tableKey.partition()));
        if (tableKey.sort() != null) {
            tuple.bytes(KeyBytes.of(tableKey.sort()));
        }
    }

    // Several attributes are hashed as if their bytes were one value.
    private static long hash(List<byte[]> values) {
        if (values.size() == 1) {
            return KeyHash.of(values.getFirst());
        }
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        values.forEach(together::writeBytes);
        return KeyHash.of(together.toByteArray());
    }
}
