package dev.millrace.conformance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.client.Clients;
import dev.millrace.conformance.kinesis.KinesisService;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DestinationStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// Kills a server with SIGKILL while it sends changes to a Kinesis stream that refuses requests and
/// records and loses answers: each acknowledged change reaches the stream, and those of an item
/// come in their order, whatever is repeated.
///
/// `-Dcrash.seed=N` repeats the choices of a run as far as the machine lets them be repeated.
final class KinesisCrashTest {
    private static final int KILLS = Integer.getInteger("kinesis.kills", 4);
    private static final int WRITES_A_LIFE = 150;
    private static final int ITEMS = 7;
    private static final long KILL_NANOS_MAX = 40_000_000;
    private static final long WAIT_NANOS_MAX = 180_000_000_000L;
    private static final String TABLE = "orders";

    @TempDir private Path directory;
    private final Map<String, Set<Integer>> acknowledged = new HashMap<>();
    private int version;

    @Test
    void everyAcknowledgedChangeReachesTheStreamInOrderThroughKills() throws IOException {
        long seed = Long.getLong("crash.seed", RandomGenerator.getDefault().nextLong());
        System.out.println("kinesis crash test: seed " + seed + ", " + KILLS + " kills");
        Random random = new Random(seed);
        try (KinesisService kinesis = new KinesisService(new Random(seed))) {
            for (int kill = 0; kill < KILLS; kill++) {
                live(kinesis, random, kill == 0);
            }
            ServerProcess last = start(kinesis);
            awaitAll(kinesis);
            last.kill();
            assertThat(delivered(kinesis).keySet()).containsAll(acknowledged.keySet());
            delivered(kinesis).forEach((item, versions) -> check(seed, item, versions));
        }
    }

    private void check(long seed, String item, List<Integer> versions) {
        assertThat(new LinkedHashSet<>(versions))
                .as("first times of %s, seed %d", item, seed)
                .containsExactlyElementsOf(new TreeSet<>(versions))
                .containsAll(acknowledged.getOrDefault(item, Set.of()));
    }

    // One life of the server, which ends by a kill among writes.
    private void live(KinesisService kinesis, Random random, boolean isFirst) throws IOException {
        ServerProcess server = start(kinesis);
        try (Clients clients = Clients.of(server.endpoint())) {
            if (isFirst) {
                prepare(clients);
            }
            for (int i = 0; i < WRITES_A_LIFE; i++) {
                write(clients, "i" + random.nextInt(ITEMS));
            }
            Thread killer = Thread.ofVirtual().start(() -> killSoon(server, random));
            while (server.process().isAlive()) {
                tryToWrite(clients, "i" + random.nextInt(ITEMS));
            }
            killer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void killSoon(ServerProcess server, Random random) {
        LockSupport.parkNanos(random.nextLong(KILL_NANOS_MAX));
        server.kill();
    }

    private ServerProcess start(KinesisService kinesis) throws IOException {
        return ServerProcess.start(
                directory.resolve("data"),
                List.of("--write-wait=1m", "--kinesis-endpoint=" + kinesis.uri()),
                Map.of());
    }

    private void tryToWrite(Clients clients, String item) {
        try {
            write(clients, item);
        } catch (SdkException _) {
            Thread.onSpinWait();
        }
    }

    // No version is used twice: one without an answer may be there or not.
    private void write(Clients clients, String item) {
        int next = ++version;
        clients.tables()
                .putItem(put ->
                        put.tableName(TABLE)
                                .item(
                                        Map.of(
                                                "pk", AttributeValue.fromS(item),
                                                "v", AttributeValue.fromN("" + next))));
        acknowledged.computeIfAbsent(item, _ -> new TreeSet<>()).add(next);
    }

    private void awaitAll(KinesisService kinesis) {
        long end = System.nanoTime() + WAIT_NANOS_MAX;
        while (!hasAll(delivered(kinesis)) && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private boolean hasAll(Map<String, List<Integer>> delivered) {
        return acknowledged.entrySet().stream()
                .allMatch(entry ->
                        delivered
                                .getOrDefault(entry.getKey(), List.of())
                                .containsAll(entry.getValue()));
    }

    private static Map<String, List<Integer>> delivered(KinesisService kinesis) {
        Map<String, List<Integer>> versions = new HashMap<>();
        for (KinesisService.Taken taken : kinesis.taken()) {
            JsonNode image = member(JsonNode.parser().parse(taken.json()), "dynamodb", "NewImage");
            versions.computeIfAbsent(member(image, "pk", "S").asString(), _ -> new ArrayList<>())
                    .add(Integer.valueOf(member(image, "v", "N").asString()));
        }
        return versions;
    }

    private static JsonNode member(JsonNode object, String... path) {
        JsonNode found = object;
        for (String name : path) {
            found = found.field(name).orElseThrow();
        }
        return found;
    }

    private static void prepare(Clients clients) {
        clients.tables()
                .createTable(request ->
                        request.tableName(TABLE)
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
                                                .build()));
        clients.tables()
                .enableKinesisStreamingDestination(
                        request -> request.tableName(TABLE).streamArn(KinesisService.ARN));
        assertThat(
                        clients.tables()
                                .describeKinesisStreamingDestination(
                                        request -> request.tableName(TABLE))
                                .kinesisDataStreamDestinations())
                .singleElement()
                .satisfies(destination ->
                        assertThat(destination.destinationStatus())
                                .isEqualTo(DestinationStatus.ACTIVE));
    }
}
