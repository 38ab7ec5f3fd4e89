package dev.millrace.conformance.shard;

import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Snapshot;
import dev.millrace.store.Store;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;

/// A store that outlives being closed, as one on disk does.
final class KeptStore implements Store {
    private final Store store;

    KeptStore(Store store) {
        this.store = store;
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        return store.get(family, key);
    }

    @Override
    public Cursor scan(Family family, KeyRange range, Direction direction) {
        return store.scan(family, range, direction);
    }

    @Override
    public Snapshot snapshot() {
        return store.snapshot();
    }

    @Override
    public void write(WriteBatch batch, Durability durability) {
        store.write(batch, durability);
    }

    @Override
    public void dropRange(Family family, KeyRange range) {
        store.dropRange(family, range);
    }

    @Override
    public long approximateBytes(Family family, KeyRange range) {
        return store.approximateBytes(family, range);
    }

    @Override
    public void close() {
        // It is opened again by being used again.
    }
}
