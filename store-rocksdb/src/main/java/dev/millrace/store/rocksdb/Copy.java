package dev.millrace.store.rocksdb;

import dev.millrace.store.StoreException;

import org.rocksdb.Checkpoint;
import org.rocksdb.RocksDBException;

import java.io.IOException;
import java.nio.file.Path;

/// A copy of an open database as it is at one moment: files of rows as hard links where the file
/// system has them, everything else as a copy, and a mark of its own.
final class Copy {

    private Copy() {}

    static void of(Database database, Path directory) throws RocksDBException {
        long atLeast = database.rocks.getLatestSequenceNumber();
        try (Checkpoint checkpoint = Checkpoint.create(database.rocks)) {
            checkpoint.createCheckpoint(directory.toString());
        }
        try (SyncedMark mark = SyncedMark.open(directory)) {
            mark.logSynced(atLeast);
            mark.manifestSynced(ManifestLength.in(directory));
        } catch (IOException failure) {
            throw new StoreException("the copy cannot be looked at", failure)
                    .with("directory", directory);
        }
    }
}
