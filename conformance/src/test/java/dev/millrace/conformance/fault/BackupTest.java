package dev.millrace.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.conformance.client.Clients;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.Verification;
import dev.millrace.server.backup.Backup;
import dev.millrace.server.backup.BackupException;
import dev.millrace.server.config.ClockChoice;
import dev.millrace.server.config.ControlOptions;
import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Backups of a server that is written to.
final class BackupTest {
    private static final int BACKUPS = 5;
    private static final int WRITERS = 4;

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    @TempDir private Path directory;

    private final AtomicLong moment = new AtomicLong();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);

    @Test
    void eachBackupHoldsWhatWasAcknowledgedBeforeItAndNothingThatWasSentAfter() throws Exception {
        List<DiskWriter> writers =
                IntStream.range(0, WRITERS)
                        .mapToObj(number ->
                                new DiskWriter(
                                        number, new Random(number), 2_000, moment::incrementAndGet))
                        .toList();
        List<Long> begun = new ArrayList<>();
        List<Long> ended = new ArrayList<>();
        try (MillraceServer server = started(directory.resolve("data"));
                Clients clients = Clients.of(server.endpoint());
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            DiskServer.createTable(clients);
            List<Future<?>> writing = new ArrayList<>();
            for (DiskWriter writer : writers) {
                writing.add(threads.submit(() -> writer.write(clients.tables(), goesOn::get)));
            }
            for (int i = 0; i < BACKUPS; i++) {
                awaitWrites(writers, 200L * (i + 1));
                begun.add(moment.get());
                assertThat(backUp(server, backup(i)).statusCode()).isEqualTo(200);
                ended.add(moment.incrementAndGet());
            }
            goesOn.set(false);
            for (Future<?> each : writing) {
                each.get();
            }
        }
        for (int i = 0; i < BACKUPS; i++) {
            Path restored = directory.resolve("restored-" + i);
            Backup.restore(backup(i), restored);
            assertThat(Verification.of(restored).lines())
                    .as("backup %d", i)
                    .last()
                    .isEqualTo(restored + " is sound");
            requireBetween(restored, writers, begun.get(i), ended.get(i));
        }
    }

    @Test
    void aBackupThatWasChangedIsNotRestored() throws Exception {
        makeOne();
        Path file = anySst(backup(0));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.delete(file);
        Files.write(file, bytes);
        assertThatThrownBy(() -> Backup.restore(backup(0), directory.resolve("target")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is not what was backed up");
    }

    @Test
    void aBackupThatWasNotFinishedIsNotRestored() throws Exception {
        makeOne();
        Files.delete(backup(0).resolve("BACKUP.millrace"));
        assertThatThrownBy(() -> Backup.restore(backup(0), directory.resolve("target")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is no complete backup");
    }

    @Test
    void nothingIsRestoredIntoADirectoryThatHoldsSomething() throws Exception {
        makeOne();
        assertThatThrownBy(() -> Backup.restore(backup(0), directory.resolve("data")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void aDirectoryThatExistsTakesNoBackup() throws Exception {
        try (MillraceServer server = started(directory.resolve("data"))) {
            HttpResponse<String> refused = backUp(server, directory);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("does not exist yet");
        }
    }

    // What was in the backup lies between what was acknowledged before and what was sent by its
    // end.
    private static void requireBetween(
            Path restored, List<DiskWriter> writers, long begun, long ended) {
        try (MillraceServer server = started(restored);
                Clients clients = Clients.of(server.endpoint())) {
            for (DiskWriter writer : writers) {
                assertThat(
                                writer.violationsBetween(
                                        begun, ended, key -> DiskServer.version(clients, key)))
                        .isEmpty();
            }
        }
    }

    private void makeOne() throws Exception {
        try (MillraceServer server = started(directory.resolve("data"));
                Clients clients = Clients.of(server.endpoint())) {
            DiskServer.createTable(clients);
            assertThat(backUp(server, backup(0)).statusCode()).isEqualTo(200);
        }
    }

    private Path backup(int number) {
        return directory.resolve("backup-" + number);
    }

    private static MillraceServer started(Path data) {
        return MillraceServer.start(
                ServerOptions.inMemory()
                        .withData(data)
                        .withControl(
                                new ControlOptions(new ClockChoice.OfSystem(), 0, "127.0.0.1")));
    }

    private static HttpResponse<String> backUp(MillraceServer server, Path target)
            throws Exception {
        URI control = Objects.requireNonNull(server.controlEndpoint());
        HttpRequest request =
                HttpRequest.newBuilder(control.resolve("/backup"))
                        .POST(BodyPublishers.ofString("{\"directory\":\"" + target + "\"}"))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static void awaitWrites(List<DiskWriter> writers, long count) {
        while (writers.stream().mapToLong(DiskWriter::acknowledged).sum() < count) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static Path anySst(Path backup) throws Exception {
        try (Stream<Path> files = Files.list(backup)) {
            return files.filter(file -> file.toString().endsWith(".sst")).findFirst().orElseThrow();
        }
    }
}
