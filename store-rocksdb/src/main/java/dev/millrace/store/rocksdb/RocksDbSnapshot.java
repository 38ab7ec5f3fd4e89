package dev.millrace.store.rocksdb;

import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Snapshot;

import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;

/// A RocksDB snapshot and the read options that name it.
final class RocksDbSnapshot implements Snapshot, OpenResources.Resource {

    private final Gate gate = new Gate("snapshot");
    private final Database database;
    private final OpenResources resources;
    private final Damage damage;
    private final org.rocksdb.Snapshot snapshot;
    private final ReadOptions options;

    /// A snapshot of the database as it is now. The caller sees to it that the database stays open
    /// meanwhile.
    RocksDbSnapshot(Database database, OpenResources resources, Damage damage) {
        this.database = database;
        this.resources = resources;
        this.damage = damage;
        this.snapshot = database.rocks.getSnapshot();
        this.options = new ReadOptions().setSnapshot(snapshot);
        resources.add(this);
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        long pass = gate.enter();
        try {
            return database.rocks.get(database.handle(family), options, key);
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
                    database,
                    handle,
                    range,
                    direction,
                    new ReadOptions(options),
                    resources,
                    damage);
        } finally {
            gate.leave(pass);
        }
    }

    @Override
    public void close() {
        gate.close(this::free);
    }

    private void free() {
        options.close();
        database.rocks.releaseSnapshot(snapshot);
        resources.remove(this);
    }
}
