package dev.millrace.store.rocksdb;

import dev.millrace.store.StoreException;
import dev.millrace.store.StoreFullException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Tries whether a directory can be written to again, before anything is staked on it.
final class Room {

    static final String FILE_NAME = "PROBE.millrace";

    private static final int PROBE_BYTES = 1 << 20;
    private static final long SPARE_BYTES = 16L << 20;

    private Room() {}

    /// Requires room for what reopening writes, which is as much as the log, and that a file can be
    /// written and synced.
    ///
    /// @throws StoreException if that is not so
    static void require(Path directory) {
        Path probe = directory.resolve(FILE_NAME);
        try {
            requireBytes(directory, logBytes(directory) + SPARE_BYTES);
            write(probe);
        } catch (IOException failure) {
            throw new StoreException("the store directory takes no files", failure)
                    .with("directory", directory);
        } finally {
            delete(probe);
        }
    }

    private static void requireBytes(Path directory, long bytes) throws IOException {
        long usable = Files.getFileStore(directory).getUsableSpace();
        if (usable < bytes) {
            throw new StoreFullException("the disk is full", null)
                    .with("directory", directory)
                    .with("bytesFree", usable)
                    .with("bytesNeeded", bytes);
        }
    }

    private static long logBytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::toFile)
                    .filter(file -> file.getName().endsWith(".log"))
                    .mapToLong(java.io.File::length)
                    .sum();
        }
    }

    private static void write(Path probe) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(probe.toFile(), "rw")) {
            file.write(new byte[PROBE_BYTES]);
            file.getFD().sync();
        }
    }

    private static void delete(Path probe) {
        try {
            Files.deleteIfExists(probe);
        } catch (IOException failure) {
            throw new StoreException("the probe cannot be deleted", failure).with("file", probe);
        }
    }
}
