package dev.millrace.store.memory;

import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;

/// The trees of one moment, kept alive.
final class InMemorySnapshot implements Snapshot {

    private final BooleanSupplier storeIsClosed;

    /// Null once the snapshot is closed.
    private volatile @Nullable Roots roots;

    InMemorySnapshot(Roots roots, BooleanSupplier storeIsClosed) {
        this.roots = roots;
        this.storeIsClosed = storeIsClosed;
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        return Tree.get(openRoots().tree(family), key);
    }

    @Override
    public Cursor scan(Family family, KeyRange range, Direction direction) {
        return new TreeCursor(openRoots().tree(family), range, direction, storeIsClosed);
    }

    @Override
    public void close() {
        roots = null;
    }

    private Roots openRoots() {
        if (storeIsClosed.getAsBoolean()) {
            throw new IllegalStateException("the store is closed");
        }
        Roots kept = roots;
        if (kept == null) {
            throw new IllegalStateException("the snapshot is closed");
        }
        return kept;
    }
}
