package dev.millrace.store.rocksdb;

import dev.millrace.store.Change;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;

import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

import java.util.Arrays;
import java.util.List;

/// One native batch in the making, change by change in order.
final class BatchTranslation {

    private final Database database;
    private final WriteBatch target;

    BatchTranslation(Database database, WriteBatch target) {
        this.database = database;
        this.target = target;
    }

    void addAll(List<Change> changes) throws RocksDBException {
        for (int i = 0; i < changes.size(); i++) {
            switch (changes.get(i)) {
                case Change.Put(Family family, byte[] key, byte[] value) ->
                        target.put(database.handle(family), key, value);
                case Change.Delete(Family family, byte[] key) ->
                        target.delete(database.handle(family), key);
                case Change.DeleteRange deletion -> addDeletion(deletion, changes.subList(0, i));
            }
        }
    }

    // RocksDB refuses a range that ends before it begins.
    private void addDeletion(Change.DeleteRange deletion, List<Change> before)
            throws RocksDBException {
        ColumnFamilyHandle handle = database.handle(deletion.family());
        KeyRange range = deletion.range();
        byte[] end = range.isUnbounded() ? endOfKeys(deletion.family(), before) : range.to();
        if (Arrays.compareUnsigned(range.from(), end) < 0) {
            target.deleteRange(handle, range.from(), end);
        }
    }

    // The smallest key behind every key of the family: those stored, and those put earlier in the
    // same batch.
    private byte[] endOfKeys(Family family, List<Change> before) throws RocksDBException {
        byte @Nullable [] last = lastStoredKey(family);
        for (Change change : before) {
            if (change instanceof Change.Put put
                    && put.family().equals(family)
                    && (last == null || Arrays.compareUnsigned(put.key(), last) > 0)) {
                last = put.key();
            }
        }
        return last == null ? new byte[0] : Arrays.copyOf(last, last.length + 1);
    }

    private byte @Nullable [] lastStoredKey(Family family) throws RocksDBException {
        try (RocksIterator iterator = database.rocks.newIterator(database.handle(family))) {
            iterator.seekToLast();
            if (iterator.isValid()) {
                return iterator.key();
            }
            iterator.status();
            return null;
        }
    }
}
