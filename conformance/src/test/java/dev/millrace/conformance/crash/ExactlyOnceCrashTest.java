package dev.millrace.conformance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.client.Clients;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Kills a server with SIGKILL between the transaction of a function and its answer, again and
/// again, while records arrive and the function also fails and comes late: each record counts
/// exactly once.
///
/// `-Dcrash.seed=N` repeats the choices of a run as far as the machine lets them be repeated.
final class ExactlyOnceCrashTest {
    private static final int KILLS = Integer.getInteger("exactly-once.kills", 3);
    private static final int RECORDS_A_LIFE = 60;
    private static final int KILLED = 128 + 9;
    private static final String SOURCE = "source";

    @TempDir private Path directory;
    private int written;

    @Test
    @Timeout(180)
    void everyRecordCountsOnceThroughKills() throws Exception {
        long seed = Long.getLong("crash.seed", RandomGenerator.getDefault().nextLong());
        System.out.println("exactly-once crash test: seed " + seed + ", " + KILLS + " kills");
        try (CountingFunction function = new CountingFunction(new Random(seed))) {
            configure(function.port());
            live(function, true);
            for (int kill = 1; kill < KILLS; kill++) {
                live(function, false);
            }
            assertThat(lastCounts(function)).as("seed %d", seed).isEqualTo(onceEach());
            assertThat(function.lateRefused()).as("seed %d", seed).isPositive();
        }
    }

    // One life of the server, which ends by a kill from within an invocation.
    private void live(CountingFunction function, boolean isFirst) throws IOException {
        ServerProcess server = ServerProcess.start(directory.resolve("data"));
        try (Clients clients = Clients.of(server.endpoint())) {
            if (isFirst) {
                prepare(server.endpoint(), clients);
            }
            function.use(server, clients, 0);
            for (int i = 0; i < RECORDS_A_LIFE; i++) {
                write(clients, "r" + written++);
            }
            function.use(server, clients, 1);
            // There is always something left to call the function with.
            while (server.process().isAlive()) {
                tryToWrite(clients);
            }
            assertThat(function.awaitKill()).isEqualTo(KILLED);
        }
    }

    // The server may be gone before this write is acknowledged; then it is written once more, as
    // the same item, which leaves one record.
    private void tryToWrite(Clients clients) {
        try {
            write(clients, "r" + written);
            written++;
        } catch (SdkException _) {
            Thread.onSpinWait();
        }
    }

    private Map<String, Integer> lastCounts(CountingFunction function) throws IOException {
        ServerProcess server = ServerProcess.start(directory.resolve("data"));
        try (Clients clients = Clients.of(server.endpoint())) {
            function.use(server, clients, 0);
            // The last write of the life before may have been lost; its item is the last one.
            write(clients, "r" + written++);
            Map<String, Integer> counts = counts(clients);
            while (counts.size() < written) {
                counts = counts(clients);
            }
            return counts;
        } finally {
            server.kill();
        }
    }

    private Map<String, Integer> onceEach() {
        return IntStream.range(0, written)
                .boxed()
                .collect(Collectors.toMap(number -> "r" + number, _ -> 1));
    }

    private static Map<String, Integer> counts(Clients clients) {
        return clients
                .tables()
                .scanPaginator(request -> request.tableName(CountingFunction.TABLE))
                .items()
                .stream()
                .collect(
                        Collectors.toMap(
                                item -> required(item.get("pk")).s(),
                                item -> Integer.parseInt(required(item.get("n")).n())));
    }

    private static AttributeValue required(@Nullable AttributeValue value) {
        return Objects.requireNonNull(value);
    }

    private static void write(Clients clients, String key) {
        clients.tables()
                .putItem(request ->
                        request.tableName(SOURCE).item(Map.of("pk", AttributeValue.fromS(key))));
    }

    private void configure(int port) throws IOException {
        Path working = Files.createDirectories(directory.resolve("working"));
        Files.writeString(
                working.resolve("millrace.conf"),
                "function.count.url = http://127.0.0.1:" + port + "/\n");
    }

    private static void prepare(URI endpoint, Clients clients) throws IOException {
        create(clients, CountingFunction.TABLE, false);
        String arn = create(clients, SOURCE, true);
        map(endpoint, arn);
    }

    private static String create(Clients clients, String name, boolean streams) {
        return String.valueOf(
                clients.tables()
                        .createTable(request ->
                                request.tableName(name)
                                        .billingMode(BillingMode.PAY_PER_REQUEST)
                                        .attributeDefinitions(
                                                AttributeDefinition.builder()
                                                        .attributeName("pk")
                                                        .attributeType(ScalarAttributeType.S)
                                                        .build())
                                        .keySchema(
                                                KeySchemaElement.builder()
                                                        .attributeName("pk")
                                                        .keyType(KeyType.HASH)
                                                        .build())
                                        .streamSpecification(stream ->
                                                stream.streamEnabled(streams)
                                                        .streamViewType(
                                                                streams
                                                                        ? StreamViewType.KEYS_ONLY
                                                                        : null)))
                        .tableDescription()
                        .latestStreamArn());
    }

    private static void map(URI endpoint, String streamArn) throws IOException {
        String body =
                """
                {"FunctionName":"count","StartingPosition":"TRIM_HORIZON","BatchSize":7,
                 "ParallelizationFactor":2,"EventSourceArn":"%s",
                 "Tags":{"millrace:exactly-once":"true"}}
                """
                        .formatted(streamArn);
        MappingCalls.create(endpoint, body);
    }
}
