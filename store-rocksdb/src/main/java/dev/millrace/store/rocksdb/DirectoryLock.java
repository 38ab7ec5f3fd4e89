package dev.millrace.store.rocksdb;

import dev.millrace.store.StoreException;
import dev.millrace.store.StoreLockedException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The sole right to a store directory, held until closed or until the process ends.
///
/// RocksDB has a lock of its own, but tells of it only in the text of an error. This one is a file
/// lock, which the system gives back however the process ends, taken before RocksDB touches
/// anything.
final class DirectoryLock implements AutoCloseable {

    static final String FILE_NAME = "LOCK.millrace";

    // A process that opens and closes the lock file a second time gives back, on POSIX systems, the
    // lock it holds through the
    // first. So a directory held by this process is found here, before its lock file is touched.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /// Takes the right to `directory`, which is made if it is missing.
    ///
    /// @throws StoreLockedException if it is held, by this process or by another one
    static DirectoryLock acquire(Path directory) {
        Path real = existing(directory);
        if (!HELD_HERE.add(real)) {
            throw new StoreLockedException(directory);
        }
        try {
            return new DirectoryLock(real, lockedFile(real));
        } catch (RuntimeException failure) {
            HELD_HERE.remove(real);
            throw failure;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new StoreException("the store directory cannot be unlocked", failure)
                    .with("directory", directory);
        } finally {
            HELD_HERE.remove(directory);
        }
    }

    // Links are followed, so that two paths to one directory are one.
    private static Path existing(Path directory) {
        try {
            return Files.createDirectories(directory).toRealPath();
        } catch (IOException failure) {
            throw new StoreException("the store directory cannot be made", failure)
                    .with("directory", directory);
        }
    }

    private static FileChannel lockedFile(Path directory) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            directory.resolve(FILE_NAME),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new StoreLockedException(directory);
            }
            return channel;
        } catch (OverlappingFileLockException failure) {
            // Held by this process after all, through another class loader: closing the channel
            // would give that lock back.
            throw new StoreLockedException(directory, failure);
        } catch (IOException failure) {
            throw new StoreException("the store directory cannot be locked", failure)
                    .with("directory", directory);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }
}
