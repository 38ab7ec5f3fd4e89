package dev.millrace.store.rocksdb;

import dev.millrace.store.DamagedStoreException;

import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How long a manifest, the file in which RocksDB lists its files, is at least.
///
/// @param number that in the name of the manifest; a later manifest has a greater one
/// @param bytes how much of it has been synced
record ManifestLength(long number, long bytes) {

    static final ManifestLength NONE = new ManifestLength(0, 0);

    private static final String PREFIX = "MANIFEST-";
    private static final int LENGTH_BITS = 40;

    static ManifestLength decode(long value) {
        return new ManifestLength(value >>> LENGTH_BITS, value & ((1L << LENGTH_BITS) - 1));
    }

    /// The manifest of an open database.
    static ManifestLength of(RocksDB database) throws RocksDBException {
        RocksDB.LiveFiles files = database.getLiveFiles(false);
        return files.files.stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .filter(file -> file.startsWith(PREFIX))
                .map(file -> new ManifestLength(numberOf(file), files.manifestFileSize))
                .findFirst()
                .orElse(NONE);
    }

    /// The manifest that the directory names as its current one.
    static ManifestLength in(Path directory) throws IOException {
        String name = Files.readString(directory.resolve(Database.CURRENT_FILE)).strip();
        Path file = directory.resolve(name);
        if (!name.startsWith(PREFIX) || !Files.isRegularFile(file)) {
            throw new DamagedStoreException("the file CURRENT names no manifest")
                    .with("directory", directory)
                    .with("names", name);
        }
        return new ManifestLength(numberOf(name), Files.size(file));
    }

    /// Whether this one cannot be what is left of `known`.
    boolean isBefore(ManifestLength known) {
        return number < known.number || (number == known.number && bytes < known.bytes);
    }

    long encode() {
        return number << LENGTH_BITS | bytes;
    }

    private static long numberOf(String name) {
        try {
            return Long.parseLong(name, PREFIX.length(), name.length(), 10);
        } catch (NumberFormatException damaged) {
            throw new DamagedStoreException("the name of a manifest has no number", damaged)
                    .with("name", name);
        }
    }
}
