package dev.millrace.store.rocksdb;

import dev.millrace.store.DamagedStoreException;
import dev.millrace.store.Family;
import dev.millrace.store.StoreException;
import dev.millrace.store.StoreMemory;

import org.rocksdb.RocksDBException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The opening of a database that may have suffered: with all that was acknowledged, or not at all.
///
/// The order of looks matters: RocksDB makes a new database where the file `CURRENT` is missing,
/// and in doing so removes the files of the old one.
///
/// @param mark how far the log of the database is known to be synced
record Opening(Path directory, List<Family> families, StoreMemory memory, SyncedMark mark) {

    private static final List<String> FILES_OF_A_DATABASE =
            List.of(".sst", OutlyingValues.SUFFIX, ".log", "MANIFEST-");

    /// Opens the database, or makes it where there is nothing of one.
    ///
    /// @throws DamagedStoreException if something of it is missing or is not what was written
    Database open() {
        requireWholeOrNothing();
        Database database = open(OpenMode.STRICT, OpenMode.TORN);
        try {
            requireAllThatWasSynced(database);
            requireOutlyingValues(database);
            markManifest(database);
            mark.settle();
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /// Opens what there is of the database for reading.
    Database openReadOnly() {
        return open(OpenMode.READ_ONLY);
    }

    /// Opens the database, which there is, for reading, with the same looks.
    ///
    /// @throws DamagedStoreException as above
    /// @throws StoreException if there is no database
    Database openToRead() {
        requireWholeOrNothing();
        if (!Files.exists(directory.resolve(Database.CURRENT_FILE))) {
            throw new StoreException("there is no store here").with("directory", directory);
        }
        Database database = open(OpenMode.STRICT_READ_ONLY, OpenMode.READ_ONLY);
        try {
            requireAllThatWasSynced(database);
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    // Strictly, unless that fails for no other reason than a torn end.
    private Database open(OpenMode strict, OpenMode torn) {
        if (mark.isRelaxed()) {
            return open(torn);
        }
        try {
            return open(strict);
        } catch (DamagedStoreException failure) {
            if (tail(failure) == LogTail.TORN) {
                return open(torn);
            }
            throw failure;
        }
    }

    private Database open(OpenMode mode) {
        return Database.open(directory, families, memory, mode, new FlushWatch(mark));
    }

    private LogTail tail(DamagedStoreException failure) {
        try {
            return LogTail.of(directory);
        } catch (IOException unreadable) {
            failure.addSuppressed(unreadable);
            return LogTail.WHOLE;
        }
    }

    private void requireAllThatWasSynced(Database database) {
        long found = database.rocks.getLatestSequenceNumber();
        if (found < mark.log()) {
            throw new DamagedStoreException("acknowledged writes are missing from the store")
                    .with("directory", directory)
                    .with("endsAt", found)
                    .with("syncedUpTo", mark.log());
        }
    }

    private void requireOutlyingValues(Database database) {
        try {
            OutlyingValues.requireFiles(database, directory);
        } catch (RocksDBException failure) {
            throw Failure.of("the files of the store cannot be listed", failure);
        }
    }

    private void markManifest(Database database) {
        try {
            mark.manifestSynced(ManifestLength.of(database.rocks));
        } catch (RocksDBException failure) {
            throw Failure.of("the manifest of the store cannot be looked at", failure);
        }
    }

    private void requireManifest() throws IOException {
        ManifestLength found = ManifestLength.in(directory);
        if (found.isBefore(mark.manifest())) {
            throw new DamagedStoreException("the list of the store's files has lost its end")
                    .with("directory", directory)
                    .with("found", found)
                    .with("synced", mark.manifest());
        }
    }

    private void requireWholeOrNothing() {
        try {
            if (Files.exists(directory.resolve(Database.CURRENT_FILE))) {
                requireManifest();
            } else {
                requireNothing();
            }
        } catch (IOException failure) {
            throw new StoreException("the store directory cannot be read", failure)
                    .with("directory", directory);
        }
    }

    private void requireNothing() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> file.getFileName().toString())
                    .filter(Opening::isOfADatabase)
                    .findFirst()
                    .ifPresent(name -> {
                        throw new DamagedStoreException("the store has no file CURRENT")
                                .with("directory", directory)
                                .with("butHas", name);
                    });
        }
    }

    private static boolean isOfADatabase(String name) {
        return FILES_OF_A_DATABASE.stream()
                .anyMatch(part -> name.startsWith(part) || name.endsWith(part));
    }
}
