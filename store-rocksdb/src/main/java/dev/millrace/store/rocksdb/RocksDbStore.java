package dev.millrace.store.rocksdb;

import dev.millrace.store.Cursor;
import dev.millrace.store.DamagedStoreException;
import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Snapshot;
import dev.millrace.store.Store;
import dev.millrace.store.StoreException;
import dev.millrace.store.StoreLockedException;
import dev.millrace.store.StoreMemory;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// A store in one RocksDB database.
///
/// Every call passes the store's gate, cursors and snapshots have gates of their own. Closing
/// therefore runs from the outside to the inside: the store's gate, then all cursors and snapshots,
/// then the database, then the lock on the directory.
///
/// After a write has failed, recovering closes the database and opens it again: only the log that
/// is read again tells what became of the write. Where that does not succeed the database is opened
/// for reading, so that readers can go on.
public final class RocksDbStore implements Store {

    private final System.Logger logger = System.getLogger(RocksDbStore.class.getName());
    private final Gate gate = new Gate("store");
    private final OpenResources resources = new OpenResources();
    private final DirectoryLock lock;
    private final Opening opening;
    private final Damage damage = new Damage();
    // Exchanged behind the gate only.
    private Database database;
    private BatchWriter writer;

    private RocksDbStore(DirectoryLock lock, Opening opening, Database database) {
        this.lock = lock;
        this.opening = opening;
        this.database = database;
        this.writer = new BatchWriter(database, opening.mark());
    }

    /// Opens the store in `directory`, making it if it is missing.
    ///
    /// @param memory what it may take up
    /// @throws StoreLockedException if the directory is held by another store, in this process or
    ///   in another one
    /// @throws dev.millrace.store.DamagedStoreException if what was written is not there as it was
    /// @throws dev.millrace.store.StoreException if the storage fails
    public static RocksDbStore open(Path directory, List<Family> families, StoreMemory memory) {
        return open(directory, families, memory, Opening::open);
    }

    /// Opens the store in `directory` as above, with a cache of its own size and the write buffers
    /// that suit the machine.
    public static RocksDbStore open(Path directory, List<Family> families, long cacheBytes) {
        return open(directory, families, withCache(cacheBytes));
    }

    /// Opens the store in `directory`, which exists, for reading alone.
    ///
    /// @throws StoreLockedException as above
    /// @throws dev.millrace.store.DamagedStoreException as above
    /// @throws dev.millrace.store.StoreException if there is no store, or the storage fails
    public static RocksDbStore openForReading(
            Path directory, List<Family> families, StoreMemory memory) {
        return open(directory, families, memory, Opening::openToRead);
    }

    /// Opens the store in `directory` for reading as above, with a cache of its own size.
    public static RocksDbStore openForReading(
            Path directory, List<Family> families, long cacheBytes) {
        return openForReading(directory, families, withCache(cacheBytes));
    }

    private static StoreMemory withCache(long cacheBytes) {
        return new StoreMemory(
                cacheBytes, RocksDbStoreProvider.memoryOfMachine().writeBufferBytes());
    }

    private static RocksDbStore open(
            Path directory,
            List<Family> families,
            StoreMemory memory,
            Function<Opening, Database> how) {
        DirectoryLock lock = DirectoryLock.acquire(directory);
        try {
            return open(lock, directory, families, memory, how);
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static RocksDbStore open(
            DirectoryLock lock,
            Path directory,
            List<Family> families,
            StoreMemory memory,
            Function<Opening, Database> how) {
        SyncedMark mark = SyncedMark.open(directory);
        try {
            Opening opening = new Opening(directory, families, memory, mark);
            return new RocksDbStore(lock, opening, how.apply(opening));
        } catch (RuntimeException failure) {
            mark.close();
            throw failure;
        }
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        long pass = gate.enter();
        try {
            return database.rocks.get(database.handle(family), key);
        } catch (RocksDBException failure) {
            throw damage.noted(Failure.of("the read failed", failure));
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
                    database, handle, range, direction, new ReadOptions(), resources, damage);
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public Snapshot snapshot() {
        long pass = gate.enter();
        try {
            return new RocksDbSnapshot(database, resources, damage);
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public void write(WriteBatch batch, Durability durability) {
        long pass = gate.enter();
        try {
            damage.requireNone();
            writer.write(batch, durability);
        } catch (RocksDBException failure) {
            throw damage.noted(Failure.of("the write failed", failure));
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public void dropRange(Family family, KeyRange range) {
        long pass = gate.enter();
        try {
            damage.requireNone();
            if (!range.isEmpty()) {
                RangeFiles.drop(database, family, range);
                // Synced, so that no write but the last one in the log is ever unsynced.
                writer.write(new WriteBatch().deleteRange(family, range), Durability.SYNC);
            }
        } catch (RocksDBException failure) {
            throw damage.noted(Failure.of("the range could not be dropped", failure));
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public long approximateBytes(Family family, KeyRange range) {
        long pass = gate.enter();
        try {
            return range.isEmpty() ? 0 : RangeFiles.bytes(database, family, range);
        } catch (RocksDBException failure) {
            throw damage.noted(Failure.of("the size of a range is not known", failure));
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public void recover() {
        damage.requireNone();
        Room.require(opening.directory());
        gate.exchange(this::reopen);
    }

    @Override
    public @Nullable DamagedStoreException damage() {
        return damage.found();
    }

    @Override
    public void verifyChecksums() {
        long pass = gate.enter();
        try {
            database.rocks.verifyChecksum();
            OutlyingValues.verify(database);
        } catch (RocksDBException failure) {
            throw damage.noted(Failure.of("a file of the store is damaged", failure));
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public void checkpoint(Path directory) {
        long pass = gate.enter();
        try {
            Copy.of(database, directory);
        } catch (RocksDBException failure) {
            throw Failure.of("the store could not be copied", failure);
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public void close() {
        gate.close(this::free);
    }

    private void reopen() {
        try {
            closeDatabase();
        } catch (StoreException unclean) {
            // It is closed all the same, and the log that is read next tells what is in it.
            logger.log(
                    Level.INFO,
                    "closing a database that failed: {0}",
                    String.valueOf(unclean.getMessage()));
        }
        try {
            use(opening.open());
        } catch (StoreException failure) {
            reopenForReading(failure);
            throw damage.noted(failure);
        }
    }

    private void reopenForReading(StoreException why) {
        try {
            use(opening.openReadOnly());
        } catch (StoreException failure) {
            gate.shut();
            why.addSuppressed(failure);
        }
    }

    private void use(Database opened) {
        database = opened;
        writer = new BatchWriter(opened, opening.mark());
    }

    private void closeDatabase() {
        resources.closeAll();
        writer.close();
        database.close();
    }

    private void free() {
        try {
            closeDatabase();
        } finally {
            closeFiles();
        }
    }

    private void closeFiles() {
        try {
            opening.mark().close();
        } finally {
            lock.close();
        }
    }
}
