package dev.millrace.store.rocksdb;

import static dev.millrace.store.contract.StoreSubject.FAMILIES;
import static dev.millrace.store.contract.StoreSubject.RECORDS;
import static dev.millrace.store.contract.StoreSubject.ROWS;
import static dev.millrace.store.contract.Texts.all;
import static dev.millrace.store.contract.Texts.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class DurabilityTest {

    @SuppressWarnings("NullAway.Init") // Set before each test.
    @TempDir
    private Path directory;

    @Test
    void reopenedStoreHasEverything() {
        try (RocksDbStore store = open(FAMILIES)) {
            WriteBatch batch =
                    new WriteBatch()
                            .put(ROWS, bytes("a"), bytes("1"))
                            .put(RECORDS, bytes("b"), bytes("2"));
            store.write(batch, Durability.SYNC);
        }
        try (RocksDbStore store = open(FAMILIES)) {
            assertThat(all(store, ROWS)).containsExactly("a=1");
            assertThat(all(store, RECORDS)).containsExactly("b=2");
        }
    }

    @ParameterizedTest
    @EnumSource(Durability.class)
    void batchesWrittenSurviveTheSuddenEndOfTheProcess(Durability durability)
            throws IOException, InterruptedException {
        int exitCode =
                ChildProcess.run(WritingProgram.class, directory.toString(), durability.name());
        assertThat(exitCode).isEqualTo(WritingProgram.ENDED);
        try (RocksDbStore store = open(FAMILIES)) {
            assertThat(all(store, ROWS)).hasSize(WritingProgram.BATCHES);
            assertThat(all(store, RECORDS)).isEqualTo(all(store, ROWS));
        }
    }

    @Test
    void familyLeftOutAtOneOpenIsWholeAtTheNext() {
        try (RocksDbStore store = open(FAMILIES)) {
            store.write(new WriteBatch().put(RECORDS, bytes("a"), bytes("1")), Durability.RELAXED);
        }
        open(List.of(ROWS)).close();
        try (RocksDbStore store = open(FAMILIES)) {
            assertThat(all(store, RECORDS)).containsExactly("a=1");
        }
    }

    @Test
    void familyCanBeAddedToExistingStore() {
        open(List.of(ROWS)).close();
        try (RocksDbStore store = open(FAMILIES)) {
            assertThat(all(store, RECORDS)).isEmpty();
        }
    }

    @Test
    void familyCalledLikeTheDefaultOneOfRocksDbIsRefused() {
        List<Family> families = List.of(new Family("default", Family.Use.ROWS));
        assertThatThrownBy(() -> open(families)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void storeWithoutDirectoryIsRefused() {
        StoreProvider provider = StoreProvider.named("rocksdb");
        assertThatThrownBy(() -> provider.open(StoreOptions.withoutDirectory(FAMILIES)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private RocksDbStore open(List<Family> families) {
        return RocksDbStore.open(directory, families, 1 << 20);
    }
}
