package dev.millrace.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A family of several sequences that is written to in turn, and whose files are told apart by
/// sequence.
@Timeout(60)
final class SequenceFilesTest {
    private static final Family FAMILY = new Family("records", Family.Use.RECORDS, 1);
    private static final long CACHE_BYTES = 1 << 20;
    private static final int SEQUENCES = 3;

    /// So many files of the first level are sorted together: those that writing leaves, and one of
    /// what the log holds when the store is opened then.
    private static final int ROUNDS = FamilyOptions.RECORDS_FIRST_LEVEL_FILES;

    private static final int PAUSE_MILLIS = 20;

    @TempDir private Path directory;

    @Test
    void filesOfSortedLevelsHoldOneSequenceEach() throws Exception {
        writeRounds();
        try (RocksDbStore store = open()) {
            while (files() > SEQUENCES) {
                Thread.sleep(PAUSE_MILLIS);
            }
            for (byte sequence = 0; sequence < SEQUENCES; sequence++) {
                assertThat(rounds(store, sequence)).isEqualTo(ROUNDS);
            }
        }
        assertThat(files()).isEqualTo(SEQUENCES);
    }

    @Test
    void aSequenceThatIsDroppedLeavesTheOthers() throws Exception {
        writeRounds();
        try (RocksDbStore store = open()) {
            store.dropRange(FAMILY, sequence((byte) 1));
            assertThat(rounds(store, (byte) 0)).isEqualTo(ROUNDS);
            assertThat(rounds(store, (byte) 1)).isZero();
            assertThat(rounds(store, (byte) 2)).isEqualTo(ROUNDS);
        }
    }

    // Each start makes a file of what is in the log.
    private void writeRounds() {
        for (byte round = 0; round < ROUNDS; round++) {
            try (RocksDbStore store = open()) {
                WriteBatch batch = new WriteBatch();
                for (byte sequence = 0; sequence < SEQUENCES; sequence++) {
                    batch.put(FAMILY, new byte[] {sequence, round}, new byte[] {round});
                }
                store.write(batch, Durability.SYNC);
            }
        }
    }

    private static int rounds(RocksDbStore store, byte sequence) {
        int count = 0;
        try (var cursor = store.scan(FAMILY, sequence(sequence), Direction.ASCENDING)) {
            while (cursor.next()) {
                count++;
            }
        }
        return count;
    }

    private static KeyRange sequence(byte sequence) {
        return new KeyRange(new byte[] {sequence}, new byte[] {(byte) (sequence + 1)});
    }

    private RocksDbStore open() {
        return RocksDbStore.open(directory, List.of(FAMILY), CACHE_BYTES);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".sst")).count();
        }
    }
}
