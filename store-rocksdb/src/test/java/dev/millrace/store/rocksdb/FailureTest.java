package dev.millrace.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.file.StandardOpenOption.WRITE;

import dev.millrace.store.StoreException;
import dev.millrace.store.StoreFullException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the file system says in words is told apart by type.
final class FailureTest {
    private static final Path FULL = Path.of("/dev/full");

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "Disk quota exceeded"})
    void lackOfRoomIsNamed(String words) {
        assertThat(Failure.of("it cannot be kept", new IOException(words)))
                .isInstanceOf(StoreFullException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Input/output error", "Stream Closed"})
    void anythingElseIsNot(String words) {
        assertThat(Failure.of("it cannot be kept", new IOException(words)))
                .isExactlyInstanceOf(StoreException.class);
    }

    @Test
    void theseAreTheWordsOfThisSystem() {
        assumeTrue(Files.exists(FULL));

        IOException failure =
                catchThrowableOfType(
                        IOException.class, () -> Files.write(FULL, new byte[] {1}, WRITE));

        assertThat(Failure.of("it cannot be kept", failure)).isInstanceOf(StoreFullException.class);
    }
}
