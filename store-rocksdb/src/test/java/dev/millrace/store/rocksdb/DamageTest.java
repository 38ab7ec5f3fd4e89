package dev.millrace.store.rocksdb;

import static dev.millrace.store.contract.StoreSubject.FAMILIES;
import static dev.millrace.store.contract.StoreSubject.PASSING;
import static dev.millrace.store.contract.StoreSubject.ROWS;
import static dev.millrace.store.contract.Texts.all;
import static dev.millrace.store.contract.Texts.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.store.Cursor;
import dev.millrace.store.DamagedStoreException;
import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.KeyRange;
import dev.millrace.store.StoreException;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Files that are cut short, changed or gone when the store is opened: it opens with all that was
/// acknowledged, or says what is wrong.
class DamageTest {
    private static final int TRIES = Integer.getInteger("damage.tries", 60);
    private static final byte[] BIG = new byte[20_000];

    @SuppressWarnings("NullAway.Init") // Set before each test.
    @TempDir
    private Path directory;

    private Path written;

    @BeforeEach
    void write() throws IOException, InterruptedException {
        written = directory.resolve("written");
        assertThat(ChildProcess.run(DamagedProgram.class, written.toString()))
                .isEqualTo(WritingProgram.ENDED);
    }

    @Test
    void nothingIsMissingWhereNothingWasDamaged() {
        assertThat(rowsOf(written)).hasSize(DamagedProgram.ROWS_WRITTEN);
    }

    @Test
    void anyBitThatFlipsIsSurvivedOrNamed() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < TRIES; i++) {
            Path copy = copy("flip-" + i);
            Path file = anyFile(copy, random);
            long at = (long) (random.nextDouble() * Files.size(file));
            flip(file, at, 1 << random.nextInt(8));
            requireWholeOrRefused(copy, "bit " + at + " of " + file.getFileName());
        }
    }

    @Test
    void anyFileThatIsCutShortIsSurvivedOrNamed() throws IOException {
        Random random = new Random(6);
        for (int i = 0; i < TRIES; i++) {
            Path copy = copy("cut-" + i);
            Path file = anyFile(copy, random);
            long length = (long) (random.nextDouble() * Files.size(file));
            try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                open.setLength(length);
            }
            requireWholeOrRefused(copy, file.getFileName() + " cut to " + length);
        }
    }

    @Test
    void anyFileThatIsGoneIsSurvivedOrNamed() throws IOException {
        for (Path file : files(written)) {
            Path copy = copy("without-" + file.getFileName());
            Files.delete(copy.resolve(file.getFileName()));
            requireWholeOrRefused(copy, file.getFileName() + " gone");
        }
    }

    @Test
    void aLogThatEndsBeforeWhatWasSyncedIsRefused() throws IOException {
        Path log = log(written);
        try (RandomAccessFile open = new RandomAccessFile(log.toFile(), "rw")) {
            open.setLength(Files.size(log) - 1);
        }
        assertThatThrownBy(() -> open(written))
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageStartingWith("acknowledged writes are missing from the store");
    }

    @Test
    void aHoleInTheLogIsRefused() throws IOException {
        Path log = log(written);
        Files.delete(written.resolve(SyncedMark.FILE_NAME));
        flip(log, Files.size(log) / 2, 1);
        assertThatThrownBy(() -> open(written)).isInstanceOf(DamagedStoreException.class);
    }

    @Test
    void aTornEndThatWasNeverSyncedIsCutOff() throws IOException {
        Path log = log(written);
        Files.write(log, new byte[] {1, 2, 3, 4, 100, 0, 1, 9, 9}, StandardOpenOption.APPEND);
        byte[] torn = new byte[200];
        torn[4] = 100;
        torn[6] = 1;
        Files.write(log, torn, StandardOpenOption.APPEND);
        assertThat(rowsOf(written)).hasSize(DamagedProgram.ROWS_WRITTEN);
    }

    @Test
    void aDamagedBlockIsAnErrorForItsReadersAndEndsWriting() throws IOException {
        Path copy = copy("block");
        try (RocksDbStore store = open(copy)) {
            // Opening has turned the log into files.
            for (Path file : files(copy)) {
                if (file.toString().endsWith(".sst")) {
                    flip(file, 1_000, 1);
                }
            }
            assertThatThrownBy(() -> all(store, ROWS)).isInstanceOf(DamagedStoreException.class);
            assertThat(store.damage()).isNotNull();
            WriteBatch batch = new WriteBatch().put(ROWS, bytes("new"), bytes("1"));
            assertThatThrownBy(() -> store.write(batch, Durability.SYNC))
                    .isInstanceOf(DamagedStoreException.class);
            assertThatThrownBy(store::recover).isInstanceOf(DamagedStoreException.class);
        }
    }

    @Test
    void aStoreThatRecoversHasEverythingAndTakesWrites() {
        try (RocksDbStore store = open(written)) {
            List<String> before = all(store, ROWS);
            store.recover();
            assertThat(all(store, ROWS)).isEqualTo(before);
            store.write(new WriteBatch().put(ROWS, bytes("zzz"), BIG), Durability.SYNC);
            assertThat(store.get(ROWS, bytes("zzz"))).isEqualTo(BIG);
        }
    }

    private static void requireWholeOrRefused(Path copy, String what) {
        try {
            assertThat(rowsOf(copy)).as(what).hasSize(DamagedProgram.ROWS_WRITTEN);
            assertThat(largeOf(copy)).as(what).isEqualTo(rowsOf(copy).size());
        } catch (StoreException refusal) {
            assertThat(refusal).as(what).hasMessageNotContaining("null");
        }
    }

    private static List<String> rowsOf(Path store) {
        try (RocksDbStore open = open(store)) {
            return all(open, ROWS);
        }
    }

    // How many large values there are; each is what was written.
    private static int largeOf(Path store) {
        try (RocksDbStore open = open(store);
                Cursor cursor = open.scan(PASSING, KeyRange.all(), Direction.ASCENDING)) {
            int count = 0;
            while (cursor.next()) {
                String start = "value %d ".formatted(count++);
                assertThat(new String(cursor.value(), UTF_8)).startsWith(start).endsWith(start);
            }
            return count;
        }
    }

    private static RocksDbStore open(Path store) {
        return RocksDbStore.open(store, FAMILIES, 1 << 20);
    }

    private static void flip(Path file, long at, int mask) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            int found = open.read();
            open.seek(at);
            open.write(found ^ mask);
        }
    }

    private static Path log(Path store) throws IOException {
        return files(store).stream()
                .filter(file -> file.toString().endsWith(".log"))
                .max(Comparator.comparing(file -> file.getFileName().toString()))
                .orElseThrow();
    }

    private static Path anyFile(Path store, Random random) throws IOException {
        List<Path> files = files(store);
        return files.get(random.nextInt(files.size()));
    }

    // Those that hold data; the locks and RocksDB's own notes mean nothing.
    private static List<Path> files(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            return files.filter(file -> file.toFile().length() > 0)
                    .filter(file -> !file.getFileName().toString().startsWith("LOG"))
                    .sorted()
                    .toList();
        }
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(directory.resolve(name));
        try (Stream<Path> files = Files.list(written)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }
}
