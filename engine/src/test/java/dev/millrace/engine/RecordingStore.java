package dev.millrace.engine;

import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Snapshot;
import dev.millrace.store.Store;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A store that keeps the batches that were written to it.
public class RecordingStore implements Store {
    private final Store store;
    private final List<WriteBatch> batches = new CopyOnWriteArrayList<>();

    public RecordingStore(Store store) {
        this.store = store;
    }

    /// The batches so far, in order.
    public List<WriteBatch> batches() {
        return batches;
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
        batches.add(batch);
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
        store.close();
    }
}
