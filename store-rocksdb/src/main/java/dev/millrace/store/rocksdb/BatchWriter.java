package dev.millrace.store.rocksdb;

import dev.millrace.store.Change;
import dev.millrace.store.Durability;
import dev.millrace.store.WriteBatch;

import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Writes batches to a database. Batches written at the same time share one sync of the log.
///
/// A deletion without end excludes other writes for as long as it takes: RocksDB wants an end, and
/// the one that is named must still be behind the last key when the batch is applied.
final class BatchWriter {

    private static final int IDLE_BATCHES_MAX = 4;
    private static final long IDLE_BATCH_BYTES_MAX = 1024 * 1024;

    private final Database database;
    private final SyncedMark mark;
    private final WriteOptions sync = new WriteOptions().setSync(true);
    private final WriteOptions relaxed = new WriteOptions().setSync(false);
    private final ArrayBlockingQueue<org.rocksdb.WriteBatch> idle =
            new ArrayBlockingQueue<>(IDLE_BATCHES_MAX);
    private final ReadWriteLock order = new ReentrantReadWriteLock();

    BatchWriter(Database database, SyncedMark mark) {
        this.database = database;
        this.mark = mark;
    }

    void write(WriteBatch batch, Durability durability) throws RocksDBException {
        Lock turn = hasEndlessDeletion(batch) ? order.writeLock() : order.readLock();
        turn.lock();
        try {
            writeInTurn(batch, durability);
        } finally {
            turn.unlock();
        }
    }

    /// Frees all native memory. No write may be under way.
    void close() {
        idle.forEach(org.rocksdb.WriteBatch::close);
        idle.clear();
        sync.close();
        relaxed.close();
    }

    private void writeInTurn(WriteBatch batch, Durability durability) throws RocksDBException {
        org.rocksdb.WriteBatch nativeBatch = acquire();
        try {
            new BatchTranslation(database, nativeBatch).addAll(batch.changes());
            write(nativeBatch, durability);
        } finally {
            release(nativeBatch);
        }
    }

    // What was in the log before this batch is synced with it; others may write meanwhile, so what
    // is there afterwards may be more.
    private void write(org.rocksdb.WriteBatch batch, Durability durability)
            throws RocksDBException {
        switch (durability) {
            case SYNC -> {
                long before = database.rocks.getLatestSequenceNumber();
                database.rocks.write(sync, batch);
                mark.logSynced(before + batch.count());
            }
            case RELAXED -> {
                mark.relax();
                database.rocks.write(relaxed, batch);
            }
        }
    }

    private org.rocksdb.WriteBatch acquire() {
        org.rocksdb.WriteBatch batch = idle.poll();
        return batch == null ? new org.rocksdb.WriteBatch() : batch;
    }

    // A batch keeps its memory when it is cleared, so a large one is not worth keeping.
    private void release(org.rocksdb.WriteBatch batch) {
        boolean isSmall = batch.getDataSize() <= IDLE_BATCH_BYTES_MAX;
        batch.clear();
        if (!isSmall || !idle.offer(batch)) {
            batch.close();
        }
    }

    private static boolean hasEndlessDeletion(WriteBatch batch) {
        for (Change change : batch.changes()) {
            if (change instanceof Change.DeleteRange deletion && deletion.range().isUnbounded()) {
                return true;
            }
        }
        return false;
    }
}
