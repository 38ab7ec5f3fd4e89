package dev.millrace.store.rocksdb;

import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Snapshot;
import dev.millrace.store.Store;
import dev.millrace.store.StoreLockedException;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.Range;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.SizeApproximationFlag;
import org.rocksdb.Slice;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A store in one RocksDB database.
///
/// Every call passes the store's gate, cursors and snapshots have gates of their own. Closing
/// therefore runs from the outside to the inside: the store's gate, then all cursors and snapshots,
/// then the database, then the lock on the directory.
public final class RocksDbStore implements Store {

    /// How long the key is that stands for the end of all keys in a size estimate.
    private static final int LAST_KEY_BYTES = 64;

    private final Gate gate = new Gate("store");
    private final OpenResources resources = new OpenResources();
    private final DirectoryLock lock;
    private final Database database;
    private final BatchWriter writer;

    private RocksDbStore(DirectoryLock lock, Database database) {
        this.lock = lock;
        this.database = database;
        this.writer = new BatchWriter(database);
    }

    /// Opens the store in `directory`, making it if it is missing.
    ///
    /// @param blockCacheBytes how much of what was read from files is kept in memory, over all
    ///   families
    /// @throws StoreLockedException if the directory is held by another store, in this process or
    ///   in another one
    /// @throws dev.millrace.store.StoreException if the storage fails
    public static RocksDbStore open(Path directory, List<Family> families, long blockCacheBytes) {
        DirectoryLock lock = DirectoryLock.acquire(directory);
        try {
            return new RocksDbStore(lock, Database.open(directory, families, blockCacheBytes));
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        long pass = gate.enter();
        try {
            return database.rocks.get(database.handle(family), key);
        } catch (RocksDBException failure) {
            throw Failure.of("the read failed", failure);
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public Cursor scan(Family family, KeyRange range, Direction direction) {
        long pass = gate.enter();
        try {
            ColumnFamilyHandle handle = database.handle(family);
            return new RocksDbCursor(
                    database, handle, range, direction, new ReadOptions(), resources);
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public Snapshot snapshot() {
        long pass = gate.enter();
        try {
            return new RocksDbSnapshot(database, resources);
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public void write(WriteBatch batch, Durability durability) {
        long pass = gate.enter();
        try {
            writer.write(batch, durability);
        } catch (RocksDBException failure) {
            throw Failure.of("the write failed", failure);
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public void dropRange(Family family, KeyRange range) {
        long pass = gate.enter();
        try {
            if (!range.isEmpty()) {
                dropFiles(family, range);
                writer.write(new WriteBatch().deleteRange(family, range), Durability.RELAXED);
            }
        } catch (RocksDBException failure) {
            throw Failure.of("the range could not be dropped", failure);
        } finally {
            gate.leave(pass);
        }
    }

    // Files that hold nothing but keys of the range vanish unread; the range deletion that follows
    // hides the rest, also what of older values the files had hidden.
    private void dropFiles(Family family, KeyRange range) throws RocksDBException {
        byte[] to = range.isUnbounded() ? lastKey() : range.to();
        database.rocks.deleteFilesInRanges(
                database.handle(family), List.of(range.from(), to), false);
    }

    @Override
    public long approximateBytes(Family family, KeyRange range) {
        long pass = gate.enter();
        try (Slice from = new Slice(range.from());
                Slice to = new Slice(range.isUnbounded() ? lastKey() : range.to())) {
            return range.isEmpty() ? 0 : bytesBetween(family, from, to);
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public void close() {
        gate.close(this::free);
    }

    private long bytesBetween(Family family, Slice from, Slice to) {
        long[] sizes =
                database.rocks.getApproximateSizes(
                        database.handle(family),
                        List.of(new Range(from, to)),
                        SizeApproximationFlag.INCLUDE_FILES,
                        SizeApproximationFlag.INCLUDE_MEMTABLES);
        return sizes[0];
    }

    // There is no last key, but what is missed behind this one does not matter in an estimate.
    private static byte[] lastKey() {
        byte[] key = new byte[LAST_KEY_BYTES];
        Arrays.fill(key, (byte) 0xFF);
        return key;
    }

    private void free() {
        try {
            resources.closeAll();
            writer.close();
            database.close();
        } finally {
            lock.close();
        }
    }
}
