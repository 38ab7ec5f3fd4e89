package dev.millrace.triggers.function.log;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.triggers.function.LogTail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;

class FunctionLogTest {
    @TempDir private Path directory;

    @Test
    void eachLineHasItsMomentAndItsCopy() throws IOException {
        logs(1_000).of("f").append("c1", bytes("one\ntwo\n"));

        assertThat(Files.readString(directory.resolve("f.log")))
                .isEqualTo("2026-01-01T00:00:00.000Z c1 one\n2026-01-01T00:00:00.000Z c1 two\n");
    }

    @Test
    void lineWithoutAnEndGetsOne() throws IOException {
        logs(1_000).of("f").append("c1", bytes("one"));

        assertThat(Files.readString(directory.resolve("f.log")))
                .isEqualTo("2026-01-01T00:00:00.000Z c1 one\n");
    }

    @Test
    void fullFileIsPutAside() throws IOException {
        FunctionLog log = logs(50).of("f");
        log.append("c1", bytes("one\n"));
        log.append("c1", bytes("two\n"));

        assertThat(Files.readString(directory.resolve("f.log.1"))).endsWith("one\n");
        assertThat(Files.readString(directory.resolve("f.log"))).endsWith("two\n");
    }

    @Test
    void logGoesOnBehindWhatAnEarlierServerWrote() throws IOException {
        logs(50).of("f").append("c1", bytes("one\n"));
        logs(50).of("f").append("c1", bytes("two\n"));

        assertThat(Files.readString(directory.resolve("f.log.1"))).endsWith("one\n");
    }

    @Test
    void removedLogIsGone() {
        FunctionLogs logs = logs(50);
        logs.of("f").append("c1", bytes("one\n"));
        logs.of("f").append("c1", bytes("two\n"));
        logs.remove("f");

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void tailIsTheLastFourKilobytes() {
        LogTail tail = new LogTail();
        for (int i = 0; i < 1_000; i++) {
            tail.append(bytes("line %06d\n".formatted(i)));
        }
        String kept = new String(Base64.getDecoder().decode(tail.base64()), UTF_8);

        assertThat(kept).hasSize(4_096).endsWith("line 000998\nline 000999\n");
    }

    @Test
    void tailOfOneGreatPieceIsItsEnd() {
        LogTail tail = new LogTail();
        tail.append(bytes("x".repeat(10_000) + "end"));
        String kept = new String(Base64.getDecoder().decode(tail.base64()), UTF_8);

        assertThat(kept).hasSize(4_096).endsWith("xend");
    }

    private FunctionLogs logs(long bytesMax) {
        return new FunctionLogs(
                directory,
                bytesMax,
                () -> Instant.parse("2026-01-01T00:00:00Z"),
                (what, cause) -> {
                    throw new AssertionError(what, cause);
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
