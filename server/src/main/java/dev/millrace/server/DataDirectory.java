package dev.millrace.server;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.Store;
import dev.millrace.store.StoreException;
import dev.millrace.store.StoreLockedException;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a server keeps everything: a directory, or memory.
///
/// @param path the directory; null for memory
record DataDirectory(@Nullable Path path) {

    private static final String IN_MEMORY = "memory";
    private static final String ON_DISK = "rocksdb";

    /// Opens the store that is kept here, making it if there is none yet.
    ///
    /// @throws StartupException if that is not possible
    Store open() {
        if (path == null) {
            return StoreProvider.named(IN_MEMORY)
                    .open(StoreOptions.withoutDirectory(Keyspace.families()));
        }
        prepare(path);
        return open(path);
    }

    private static Store open(Path path) {
        try {
            return StoreProvider.named(ON_DISK).open(StoreOptions.at(path, Keyspace.families()));
        } catch (StoreLockedException e) {
            throw new StartupException(
                    "data directory "
                            + path
                            + " is in use by another Millrace; stop that one or choose another"
                            + " with --data",
                    e);
        } catch (StoreException e) {
            throw new StartupException(
                    "data directory " + path + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static void prepare(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StartupException("data directory " + path + " is not a directory");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new StartupException(
                    "data directory " + path + " cannot be made; choose another with --data", e);
        }
        if (!Files.isWritable(path)) {
            throw new StartupException(
                    "data directory " + path + " cannot be written to; choose another with --data");
        }
    }
}
