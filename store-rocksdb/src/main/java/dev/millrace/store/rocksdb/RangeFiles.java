package dev.millrace.store.rocksdb;

import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;

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

    /// About how many bytes the pairs of the range take up, in files and in write buffers.
    static long bytes(Database database, Family family, KeyRange range) {
        try (Slice from = new Slice(range.from());
                Slice to = new Slice(end(range))) {
            return database.rocks
                    .getApproximateSizes(
                            database.handle(family),
                            List.of(new Range(from, to)),
                            SizeApproximationFlag.INCLUDE_FILES,
                            SizeApproximationFlag.INCLUDE_MEMTABLES)[0];
        }
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
