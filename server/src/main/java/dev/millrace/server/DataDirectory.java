package dev.millrace.server;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.NewerFormatException;
import dev.millrace.server.config.MemoryOptions;
import dev.millrace.store.DamagedStoreException;
import dev.millrace.store.Store;
import dev.millrace.store.StoreException;
import dev.millrace.store.StoreFullException;
import dev.millrace.store.StoreLockedException;
import dev.millrace.store.StoreMemory;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where a server keeps everything: a directory, or memory.
///
/// @param path the directory; null for memory
/// @param options how much memory the store in it may take up
record DataDirectory(@Nullable Path path, MemoryOptions options) {

    private static final System.Logger LOGGER = System.getLogger(DataDirectory.class.getName());

    static final String ON_DISK = "rocksdb";

    /// What to do about damage that has been looked at.
    static final String RESTORE = "restore the latest backup with 'millrace restore'";

    private static final String ADVICE = "look at it with 'millrace verify', or " + RESTORE;

    private static final String IN_MEMORY = "memory";
    private static final String CURRENT = "CURRENT";
    private static final String BACKUP = "BACKUP.millrace";
    private static final List<String> OURS = List.of("LOCK.millrace", "SYNCED.millrace");
    private static final Set<String> HARMLESS =
            Set.of("LOCK.millrace", "SYNCED.millrace", "PROBE.millrace", "lost+found");

    /// Opens the store that is kept here, making it if there is none yet.
    ///
    /// @throws StartupException if that is not possible
    Store open() {
        if (path == null) {
            return StoreProvider.named(IN_MEMORY)
                    .open(StoreOptions.withoutDirectory(Keyspace.families()));
        }
        prepare(path);
        requireOurs(path);
        long logBytes = logBytes(path);
        long begin = System.nanoTime();
        Store store = open(path, options.ofStore(ServerBounds.ofStore()));
        tell(path, logBytes, Duration.ofNanos(System.nanoTime() - begin));
        return store;
    }

    // A server that was not closed, and one that was, leave what they wrote last in the log.
    private static void tell(Path path, long logBytes, Duration took) {
        if (logBytes > 0) {
            LOGGER.log(
                    Level.INFO,
                    "Millrace opened {0} in {1} ms, with the last {2} bytes of its log read again",
                    path,
                    Long.toString(took.toMillis()),
                    Long.toString(logBytes));
        }
    }

    private static long logBytes(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(Path::toFile)
                    .filter(file -> file.getName().endsWith(".log"))
                    .mapToLong(File::length)
                    .sum();
        } catch (IOException e) {
            throw new StartupException("data directory " + path + " cannot be read", e);
        }
    }

    /// The refusal of data that a later version wrote.
    static StartupException newer(@Nullable Path path, NewerFormatException cause) {
        return new StartupException(
                "data directory "
                        + path
                        + " was written by a newer Millrace; use that one or choose another"
                        + " directory with --data",
                cause);
    }

    private static Store open(Path path, StoreMemory memory) {
        try {
            return StoreProvider.named(ON_DISK)
                    .open(StoreOptions.at(path, Keyspace.families()).within(memory));
        } catch (StoreLockedException e) {
            throw new StartupException(
                    "data directory "
                            + path
                            + " is in use by another Millrace; stop that one or choose another"
                            + " with --data",
                    e);
        } catch (DamagedStoreException e) {
            throw new StartupException(
                    "data directory " + path + " is damaged: " + e.getMessage() + "; " + ADVICE, e);
        } catch (StoreFullException e) {
            throw new StartupException(
                    "data directory " + path + " has no room left: " + e.getMessage(), e);
        } catch (StoreException e) {
            throw new StartupException(
                    "data directory "
                            + path
                            + " cannot be opened: "
                            + e.getMessage()
                            + "; if a file is missing or cannot be read, "
                            + ADVICE,
                    e);
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

    // RocksDB would make a store among files that are not ours, or take over one of somebody
    // else's.
    private static void requireOurs(Path path) {
        if (Files.exists(path.resolve(BACKUP))) {
            throw new StartupException(
                    path
                            + " is a backup; put it back into another directory with 'millrace"
                            + " restore' and use that");
        }
        boolean isStore = Files.exists(path.resolve(CURRENT));
        boolean hasOurs = OURS.stream().anyMatch(name -> Files.exists(path.resolve(name)));
        if (!hasOurs) {
            foreign(path)
                    .ifPresent(name -> {
                        throw new StartupException(
                                "directory "
                                        + path
                                        + (isStore
                                                ? " holds a database of something else"
                                                : " holds other files, such as " + name)
                                        + "; choose an empty or a new one with --data");
                    });
        }
    }

    private static Optional<String> foreign(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !HARMLESS.contains(name))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new StartupException("data directory " + path + " cannot be read", e);
        }
    }
}
