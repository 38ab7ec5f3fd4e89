package dev.millrace.store.memory;

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
import java.util.concurrent.locks.ReentrantLock;

/// A store that lives and dies with its process.
///
/// Writers take turns; readers take no lock at all. A batch is built on the side and becomes
/// visible by one assignment, so it is atomic over all families. A put costs O(log n), a range
/// deletion too, a snapshot is one read.
public final class InMemoryStore implements Store {

    private final ReentrantLock writing = new ReentrantLock();

    /// Null once the store is closed.
    private volatile @Nullable Roots roots;

    /// An empty store with these families.
    public InMemoryStore(List<Family> families) {
        this.roots = Roots.empty(families);
    }

    @Override
    public byte @Nullable [] get(Family family, byte[] key) {
        return Tree.get(openRoots().tree(family), key);
    }

    @Override
    public Cursor scan(Family family, KeyRange range, Direction direction) {
        return new TreeCursor(openRoots().tree(family), range, direction, this::isClosed);
    }

    @Override
    public Snapshot snapshot() {
        return new InMemorySnapshot(openRoots(), this::isClosed);
    }

    @Override
    public void write(WriteBatch batch, Durability durability) {
        writing.lock();
        try {
            roots = openRoots().with(batch);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void dropRange(Family family, KeyRange range) {
        write(new WriteBatch().deleteRange(family, range), Durability.RELAXED);
    }

    @Override
    public long approximateBytes(Family family, KeyRange range) {
        Tree tree = openRoots().tree(family);
        if (range.isEmpty()) {
            return 0;
        }
        long beforeEnd = range.isUnbounded() ? Tree.bytes(tree) : Tree.bytesBelow(tree, range.to());
        return beforeEnd - Tree.bytesBelow(tree, range.from());
    }

    @Override
    public void close() {
        writing.lock();
        try {
            roots = null;
        } finally {
            writing.unlock();
        }
    }

    private boolean isClosed() {
        return roots == null;
    }

    private Roots openRoots() {
        Roots now = roots;
        if (now == null) {
            throw new IllegalStateException("the store is closed");
        }
        return now;
    }
}
