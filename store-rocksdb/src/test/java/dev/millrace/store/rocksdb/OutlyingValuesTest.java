package dev.millrace.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.store.Cursor;
import dev.millrace.store.DamagedStoreException;
import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Large values of records that pass: kept beside the sorted files, written once, and gone with the
/// keys that referred to them.
@Timeout(60)
final class OutlyingValuesTest {
    private static final Family FAMILY = new Family("records", Family.Use.PASSING_RECORDS, 1);
    private static final long CACHE_BYTES = 1 << 20;
    private static final int VALUE_BYTES = 100_000;
    private static final int SEQUENCES = 2;

    /// So many files of the first level are sorted together: those that writing leaves, and one of
    /// what the log holds when the store is opened then.
    private static final int ROUNDS = FamilyOptions.RECORDS_FIRST_LEVEL_FILES;

    private static final int PAUSE_MILLIS = 20;

    @TempDir private Path directory;

    @Test
    void valuesAreReadAsTheyWereWritten() {
        writeRounds();
        try (RocksDbStore store = open()) {
            for (byte sequence = 0; sequence < SEQUENCES; sequence++) {
                requireRounds(store, sequence);
            }
            store.verifyChecksums();
        }
    }

    @Test
    void sortingLeavesThemWhereTheyAre() throws Exception {
        writeRounds();
        List<Path> written = files(OutlyingValues.SUFFIX);
        assertThat(written).hasSize(ROUNDS - 1);
        try (RocksDbStore store = open()) {
            awaitSorted();
            assertThat(files(OutlyingValues.SUFFIX)).containsAll(written).hasSize(ROUNDS);
            assertThat(bytes(files(".sst"))).isLessThan(VALUE_BYTES);
            requireRounds(store, (byte) 0);
        }
    }

    @Test
    void theyGoWithTheLastKeyThatRefersToThem() throws Exception {
        writeRounds();
        try (RocksDbStore store = open()) {
            awaitSorted();
            for (byte sequence = 0; sequence < SEQUENCES; sequence++) {
                store.dropRange(FAMILY, sequence(sequence));
            }
            while (!files(OutlyingValues.SUFFIX).isEmpty()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    @Test
    void aCopyHasThemToo() {
        writeRounds();
        Path copy = directory.resolve("copy");
        try (RocksDbStore store = open()) {
            store.checkpoint(copy);
        }
        try (RocksDbStore store = RocksDbStore.open(copy, List.of(FAMILY), CACHE_BYTES)) {
            for (byte sequence = 0; sequence < SEQUENCES; sequence++) {
                requireRounds(store, sequence);
            }
            store.verifyChecksums();
        }
    }

    @Test
    void theyCountInTheSizeOfARange() throws Exception {
        writeRounds();
        try (RocksDbStore store = open()) {
            awaitSorted();
            long all = (long) SEQUENCES * ROUNDS * VALUE_BYTES;
            assertThat(store.approximateBytes(FAMILY, KeyRange.all())).isBetween(all / 2, all * 2);
            assertThat(store.approximateBytes(FAMILY, sequence((byte) 0))).isBetween(all / 4, all);
        }
    }

    @Test
    void damageToThemIsAnErrorForReadersAndForTheLookAtAll() throws Exception {
        writeRounds();
        try (RandomAccessFile file =
                new RandomAccessFile(files(OutlyingValues.SUFFIX).getFirst().toFile(), "rw")) {
            file.seek(VALUE_BYTES / 2);
            int found = file.read();
            file.seek(VALUE_BYTES / 2);
            file.write(found ^ 1);
        }
        try (RocksDbStore store = open()) {
            assertThatThrownBy(() -> requireRounds(store, (byte) 0))
                    .isInstanceOf(DamagedStoreException.class);
            assertThatThrownBy(store::verifyChecksums).isInstanceOf(DamagedStoreException.class);
            assertThat(store.damage()).isNotNull();
        }
    }

    @Test
    void aMissingFileOfThemIsNoticedWhenTheStoreIsOpened() throws Exception {
        writeRounds();
        Files.delete(files(OutlyingValues.SUFFIX).getFirst());
        assertThatThrownBy(this::open)
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageStartingWith("a file of the store is missing");
    }

    // Each start makes files of what is in the log.
    private void writeRounds() {
        for (byte round = 0; round < ROUNDS; round++) {
            try (RocksDbStore store = open()) {
                WriteBatch batch = new WriteBatch();
                for (byte sequence = 0; sequence < SEQUENCES; sequence++) {
                    batch.put(FAMILY, new byte[] {sequence, round}, value(sequence, round));
                }
                store.write(batch, Durability.SYNC);
            }
        }
    }

    private static void requireRounds(RocksDbStore store, byte sequence) {
        try (Cursor cursor = store.scan(FAMILY, sequence(sequence), Direction.ASCENDING)) {
            for (byte round = 0; round < ROUNDS; round++) {
                assertThat(cursor.next()).isTrue();
                assertThat(cursor.value()).isEqualTo(value(sequence, round));
            }
            assertThat(cursor.next()).isFalse();
        }
    }

    private static byte[] value(byte sequence, byte round) {
        byte[] value = new byte[VALUE_BYTES];
        new Random(sequence * ROUNDS + round).nextBytes(value);
        return value;
    }

    private static KeyRange sequence(byte sequence) {
        return new KeyRange(new byte[] {sequence}, new byte[] {(byte) (sequence + 1)});
    }

    // A file for each sequence is what those of the first level become.
    private void awaitSorted() throws Exception {
        while (files(".sst").size() > SEQUENCES) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private RocksDbStore open() {
        return RocksDbStore.open(directory, List.of(FAMILY), CACHE_BYTES);
    }

    private static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }
}
