package dev.millrace.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.store.StoreLockedException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class DirectoryLockTest {

    @SuppressWarnings("NullAway.Init") // Set before each test.
    @TempDir
    private Path parent;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Path directory;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private RocksDbStore store;

    @BeforeEach
    void openStore() {
        directory = parent.resolve("store");
        store = open(directory);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void secondOpenInThisProcessIsRefusedAndTouchesNothing() throws IOException {
        List<String> before = files();
        assertThatThrownBy(() -> open(directory)).isInstanceOf(StoreLockedException.class);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void secondOpenThroughLinkIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(parent.resolve("link"), directory);
        assertThatThrownBy(() -> open(link)).isInstanceOf(StoreLockedException.class);
    }

    @Test
    void secondOpenInAnotherProcessIsRefusedAndTouchesNothing()
            throws IOException, InterruptedException {
        List<String> before = files();
        assertThat(openInAnotherProcess()).isEqualTo(OpeningProgram.LOCKED);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void refusedOpenInThisProcessDoesNotGiveTheLockAway() throws IOException, InterruptedException {
        assertThatThrownBy(() -> open(directory)).isInstanceOf(StoreLockedException.class);
        assertThat(openInAnotherProcess()).isEqualTo(OpeningProgram.LOCKED);
    }

    @Test
    void closedStoreCanBeOpenedAgain() {
        store.close();
        open(directory).close();
    }

    @Test
    void closedStoreCanBeOpenedInAnotherProcess() throws IOException, InterruptedException {
        store.close();
        assertThat(openInAnotherProcess()).isEqualTo(OpeningProgram.OPENED);
    }

    @Test
    void openThatFailedGivesTheLockBack() throws IOException {
        store.close();
        Path current = directory.resolve("CURRENT");
        String content = Files.readString(current);
        Files.writeString(current, "MANIFEST-999999\n");
        assertThatThrownBy(() -> open(directory)).hasMessageContaining("names no manifest");
        Files.writeString(current, content);
        open(directory).close();
    }

    private int openInAnotherProcess() throws IOException, InterruptedException {
        return ChildProcess.run(OpeningProgram.class, directory.toString());
    }

    private static RocksDbStore open(Path directory) {
        return RocksDbStore.open(directory, List.of(), 1 << 20);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().map(DirectoryLockTest::described).toList();
        }
    }

    private static String described(Path file) {
        try {
            return file.getFileName()
                    + " "
                    + Files.size(file)
                    + " "
                    + Files.getLastModifiedTime(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
