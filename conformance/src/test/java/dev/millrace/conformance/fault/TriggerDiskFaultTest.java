package dev.millrace.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.client.Clients;
import dev.millrace.conformance.crash.MappingCalls;
import dev.millrace.conformance.fault.FaultyDisk.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A trigger of a real server whose disk fails: since its checkpoints cannot be kept, it does not
/// get on, and once the disk works it goes on from where it was.
final class TriggerDiskFaultTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int ITEMS = 80;

    @TempDir private Path directory;
    private int keys;

    @Test
    @Timeout(300)
    void triggerStandsStillWhileNothingCanBeWrittenAndGoesOnAfterwards() throws Exception {
        Optional<FaultyDisk> disk = FaultyDisk.under(directory.resolve("data"), work());
        if (disk.isEmpty()) {
            return;
        }
        try (GatedFunction function = new GatedFunction();
                DiskServer server = start(function, disk.get())) {
            server.createTable();
            map(server);
            List<String> written = write(server.clients(), ITEMS);
            await("a first call", () -> !function.calls().isEmpty());

            disk.get().fail(Fault.WRITE_ERROR, ".log", 0);
            written.addAll(writeUntilRefused(server.clients()));
            server.awaitReadiness(ready -> ready.statusCode() == 503);
            function.open();
            await("a rest", () -> rests(server));
            assertThat(function.calls()).hasSizeLessThan(ITEMS / 2);

            disk.get().repair();
            server.awaitReadiness(ready -> ready.statusCode() == 200);
            written.addAll(write(server.clients(), 1));
            await("every item", () -> function.calls().keySet().containsAll(written));
        }
    }

    private static boolean rests(DiskServer server) {
        try {
            return MappingCalls.list(server.process().endpoint()).contains("begun again in");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> write(Clients clients, int items) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            written.add(write(clients));
        }
        return written;
    }

    private List<String> writeUntilRefused(Clients clients) {
        List<String> written = new ArrayList<>();
        try {
            while (true) {
                written.add(write(clients));
            }
        } catch (InternalServerErrorException _) {
            return written;
        }
    }

    private String write(Clients clients) {
        String key = "item-" + keys++;
        clients.tables()
                .putItem(put ->
                        put.tableName(DiskWriter.TABLE)
                                .item(Map.of(DiskWriter.KEY, AttributeValue.fromS(key))));
        return key;
    }

    private static void await(String what, BooleanSupplier isThere) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isThere.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still without " + what).isLessThan(until);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static void map(DiskServer server) throws IOException {
        String arn =
                server.clients()
                        .tables()
                        .describeTable(table -> table.tableName(DiskWriter.TABLE))
                        .table()
                        .latestStreamArn();
        MappingCalls.create(
                server.process().endpoint(),
                """
                {"FunctionName":"gated","StartingPosition":"TRIM_HORIZON","BatchSize":1,
                 "EventSourceArn":"%s"}
                """
                        .formatted(arn));
    }

    private DiskServer start(GatedFunction function, FaultyDisk disk) throws IOException {
        Path working = Files.createDirectories(directory.resolve("working"));
        Files.writeString(
                working.resolve("millrace.conf"),
                "function.gated.url = http://127.0.0.1:" + function.port() + "/\n");
        return DiskServer.start(directory.resolve("data"), "sync", disk.environment(false));
    }

    private Path work() throws IOException {
        return Files.createDirectories(directory.resolve("disk"));
    }
}
