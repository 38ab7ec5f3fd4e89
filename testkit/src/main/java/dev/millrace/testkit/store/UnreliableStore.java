package dev.millrace.testkit.store;

import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Snapshot;
import dev.millrace.store.Store;
import dev.millrace.store.StoreException;
import dev.millrace.store.StoreFullException;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.memory.InMemoryStore;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A store whose writes and reads fail now and then, and which loses what was not synced when the
/// power goes. It outlives being closed, as one on disk does.
///
/// A write that fails may have reached the disk all the same. Nobody sees it before the store has
/// recovered or was opened again; chance decides then.
public final class UnreliableStore implements Store {
    private static final int TRIES_MAX = 4;

    private final List<Family> families;
    private final Random random;
    private Odds odds;
    private final List<WriteBatch> synced = new ArrayList<>();
    private final List<WriteBatch> unsynced = new ArrayList<>();
    private InMemoryStore view;
    private @Nullable WriteBatch doubtful;
    private int failuresLeft;
    private boolean broken;

    /// How often calls fail.
    ///
    /// @param writes how many in a thousand writes
    /// @param reads how many in a thousand reads
    public record Odds(int writes, int reads) {}

    /// An empty store.
    public UnreliableStore(List<Family> families, Random random, Odds odds) {
        this.families = families;
        this.random = random;
        this.odds = odds;
        this.view = new InMemoryStore(families);
    }

    /// Lets calls fail as often as this from now on.
    public synchronized void fail(Odds next) {
        odds = next;
    }

    /// Whether a write has failed and the store has not recovered yet.
    public synchronized boolean isBroken() {
        return broken;
    }

    /// Takes the power away: of what was not synced, a beginning is kept, perhaps none of it. The
    /// store must not be in use.
    public synchronized void losePower() {
        int kept = random.nextInt(unsynced.size() + 1);
        boolean isAllKept = kept == unsynced.size();
        synced.addAll(unsynced.subList(0, kept));
        unsynced.clear();
        if (doubtful != null && isAllKept && random.nextBoolean()) {
            synced.add(doubtful);
        }
        heal();
        view = new InMemoryStore(families);
        synced.forEach(batch -> view.write(batch, Durability.SYNC));
    }

    @Override
    public synchronized void write(WriteBatch batch, Durability durability) {
        if (broken) {
            throw failure();
        }
        if (random.nextInt(1_000) < odds.writes()) {
            broken = true;
            doubtful = batch;
            failuresLeft = random.nextInt(TRIES_MAX);
            throw failure();
        }
        apply(batch);
        if (durability == Durability.SYNC) {
            sync();
        }
    }

    @Override
    public synchronized void dropRange(Family family, KeyRange range) {
        write(new WriteBatch().deleteRange(family, range), Durability.RELAXED);
    }

    @Override
    public synchronized void recover() {
        if (failuresLeft > 0) {
            failuresLeft--;
            throw failure();
        }
        if (doubtful != null && random.nextBoolean()) {
            apply(doubtful);
        }
        sync();
        heal();
    }

    @Override
    public synchronized byte @Nullable [] get(Family family, byte[] key) {
        failRead();
        return view.get(family, key);
    }

    @Override
    public synchronized Cursor scan(Family family, KeyRange range, Direction direction) {
        failRead();
        return view.scan(family, range, direction);
    }

    @Override
    public synchronized Snapshot snapshot() {
        return view.snapshot();
    }

    @Override
    public synchronized long approximateBytes(Family family, KeyRange range) {
        return view.approximateBytes(family, range);
    }

    @Override
    public void close() {
        // It is opened again by being used again.
    }

    private void apply(WriteBatch batch) {
        view.write(batch, Durability.RELAXED);
        unsynced.add(batch);
    }

    private void sync() {
        synced.addAll(unsynced);
        unsynced.clear();
    }

    private void heal() {
        broken = false;
        doubtful = null;
        failuresLeft = 0;
    }

    private void failRead() {
        if (random.nextInt(1_000) < odds.reads()) {
            throw new StoreException("the disk cannot be read");
        }
    }

    private StoreException failure() {
        return random.nextBoolean()
                ? new StoreFullException("the disk is full", null)
                : new StoreException("the disk cannot be written to");
    }
}
