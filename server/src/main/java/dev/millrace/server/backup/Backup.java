package dev.millrace.server.backup;

import dev.millrace.store.StoreException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A backup that has been made, or put back.
///
/// @param directory where it is
public record Backup(Path directory, int files, long bytes) {
    /// Makes a backup in `directory`, which must not exist.
    ///
    /// @param copying copies the running store into a directory
    /// @throws BackupException if that is not possible; what was begun has no listing then
    public static Backup make(Path directory, Consumer<Path> copying) {
        if (!directory.isAbsolute() || Files.exists(directory)) {
            throw new BackupException(
                    directory
                            + " cannot take a backup: give the whole path of a directory that"
                            + " does not exist yet");
        }
        try {
            Files.createDirectories(parent(directory));
            copying.accept(directory);
            BackupListing listing = BackupListing.of(directory);
            listing.write(directory);
            BackupListing.sync(parent(directory));
            return new Backup(directory, listing.entries().size(), listing.bytes());
        } catch (UnsupportedOperationException e) {
            throw new BackupException("a server that keeps everything in memory has no backup", e);
        } catch (IOException | StoreException e) {
            throw new BackupException("the backup could not be made: " + e.getMessage(), e);
        }
    }

    /// Puts the backup in `backup` back into `target`, which must be empty or not exist. Each file
    /// is compared with the listing on the way.
    ///
    /// @throws BackupException if the backup is not whole, or `target` holds something
    public static Backup restore(Path backup, Path target) {
        try {
            BackupListing listing = BackupListing.read(backup);
            requireEmpty(target);
            Files.createDirectories(target);
            for (BackupListing.Entry entry : listing.entries()) {
                restore(entry, backup, target);
            }
            BackupListing.sync(target);
            return new Backup(target, listing.entries().size(), listing.bytes());
        } catch (IOException e) {
            throw new BackupException("the backup could not be put back: " + e, e);
        }
    }

    private static void restore(BackupListing.Entry entry, Path backup, Path target)
            throws IOException {
        Path file = backup.resolve(entry.name());
        if (!Files.isRegularFile(file)) {
            throw new BackupException(
                    "the backup is not whole: " + file + " is missing; take another backup");
        }
        Path copy = Files.copy(file, target.resolve(entry.name()));
        BackupListing.sync(copy);
        if (!BackupListing.entry(copy).equals(entry)) {
            throw new BackupException(
                    "the backup is damaged: "
                            + file
                            + " is not what was backed up; take another backup");
        }
    }

    private static void requireEmpty(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (var files = Files.list(target)) {
            if (files.findAny().isPresent()) {
                throw new BackupException(target + " is not empty; restore into a new directory");
            }
        }
    }

    private static Path parent(Path directory) {
        Path parent = directory.getParent();
        return parent == null ? directory : parent;
    }
}
