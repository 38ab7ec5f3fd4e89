package dev.millrace.store.rocksdb;

import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;

import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.Range;
import org.rocksdb.RocksDBException;
import org.rocksdb.SizeApproximationFlag;
import org.rocksdb.Slice;

import java.util.Arrays;
import java.util.List;

/// The files of a database that hold a range of keys.
final class RangeFiles {

    /// How long the key is that stands for the end of all keys.
    private static final int LAST_KEY_BYTES = 64;

    private RangeFiles() {}

    /// About how many bytes the pairs of the range take up, in files and in write buffers. Values
    /// beside the sorted files count by the share of the range in these.
    static long bytes(Database database, Family family, KeyRange range) throws RocksDBException {
        ColumnFamilyHandle handle = database.handle(family);
        try (Slice from = new Slice(range.from());
                Slice to = new Slice(end(range))) {
            List<Range> whole = List.of(new Range(from, to));
            double sorted = bytes(database, handle, whole, SizeApproximationFlag.INCLUDE_FILES);
            return Math.round(sorted * OutlyingValues.factor(database, handle))
                    + bytes(database, handle, whole, SizeApproximationFlag.INCLUDE_MEMTABLES);
        }
    }

    private static long bytes(
            Database database,
            ColumnFamilyHandle family,
            List<Range> range,
            SizeApproximationFlag where) {
        return database.rocks.getApproximateSizes(family, range, where)[0];
    }

    /// Lets the files that hold nothing but keys of the range vanish unread. The range deletion
    /// that has to follow hides the rest, also what of older values the files had hidden.
    static void drop(Database database, Family family, KeyRange range) throws RocksDBException {
        database.rocks.deleteFilesInRanges(
                database.handle(family), List.of(range.from(), end(range)), false);
    }

    // There is no last key, but what is missed behind this one does not matter here.
    private static byte[] end(KeyRange range) {
        if (!range.isUnbounded()) {
            return range.to();
        }
        byte[] key = new byte[LAST_KEY_BYTES];
        Arrays.fill(key, (byte) 0xFF);
        return key;
    }
}
