package dev.millrace.server.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// The files of a backup with their lengths and checksums (CRC-32C), as the file `BACKUP.millrace`
/// lists them: a line each of checksum in hexadecimal, length, name.
record BackupListing(List<Entry> entries) {
    static final String FILE_NAME = "BACKUP.millrace";

    private static final int BUFFER_BYTES = 1 << 20;
    private static final int FIELDS = 3;

    /// One file.
    record Entry(long checksum, long bytes, String name) {
        private String line() {
            return "%08x %d %s".formatted(checksum, bytes, name);
        }
    }

    /// The listing of the files that are in `directory`.
    static BackupListing of(Path directory) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files(directory)) {
            entries.add(entry(file));
        }
        return new BackupListing(List.copyOf(entries));
    }

    /// The listing that is stored in `directory`.
    ///
    /// @throws BackupException if there is none
    static BackupListing read(Path directory) throws IOException {
        Path file = directory.resolve(FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new BackupException(
                    directory + " is no complete backup: it has no file " + FILE_NAME);
        }
        return new BackupListing(
                Files.readAllLines(file).stream().map(line -> parse(file, line)).toList());
    }

    /// Stores the listing in `directory`, durably, with the files that it lists.
    void write(Path directory) throws IOException {
        for (Entry entry : entries) {
            sync(directory.resolve(entry.name()));
        }
        Path file = directory.resolve(FILE_NAME);
        Files.write(file, entries.stream().map(Entry::line).toList());
        sync(file);
        sync(directory);
    }

    long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    /// The entry of a file as it is.
    static Entry entry(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        long bytes = 0;
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear()) >= 0) {
                bytes += buffer.position();
                checksum.update(buffer.flip());
            }
        }
        return new Entry(checksum.getValue(), bytes, file.getFileName().toString());
    }

    /// Sees to it that a file or a directory is on stable storage.
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.getFileName().toString().equals(FILE_NAME))
                    .sorted()
                    .toList();
        }
    }

    private static Entry parse(Path file, String line) {
        String[] fields = line.split(" ", FIELDS);
        try {
            return new Entry(Long.parseLong(fields[0], 16), Long.parseLong(fields[1]), fields[2]);
        } catch (RuntimeException e) {
            throw new BackupException(file + " is damaged: it has a line that lists no file", e);
        }
    }
}
