package dev.millrace.store.rocksdb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the end of RocksDB's log looks like: whole, torn by a crash, or with a hole before its end.
///
/// Each write is one record and is synced before the next one begins. So a crash can damage the
/// last record alone; damage in front of a record that is whole was done by something else, and
/// what is missing there had been synced.
enum LogTail {
    /// Nothing is wrong with it, or nothing that can be seen here.
    WHOLE,
    /// Its last record is not whole.
    TORN,
    /// A record before its last one is not whole.
    HOLED;

    private static final String SUFFIX = ".log";

    /// Looks at the log of the database in `directory`.
    static LogTail of(Path directory) throws IOException {
        LogTail tail = WHOLE;
        for (Path file : files(directory)) {
            LogBlocks.Finding finding = look(file);
            if (tail == TORN && finding.beginsRecord()) {
                return HOLED;
            }
            if (finding.tail() == HOLED) {
                return HOLED;
            }
            if (finding.tail() == TORN) {
                tail = TORN;
            }
        }
        return tail;
    }

    private static LogBlocks.Finding look(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new LogBlocks(channel.map(MapMode.READ_ONLY, 0, channel.size())).look();
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }
}
