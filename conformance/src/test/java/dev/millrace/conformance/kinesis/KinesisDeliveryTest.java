package dev.millrace.conformance.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.client.Clients;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.FunctionOptions;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.server.config.TriggerOptions;
import dev.millrace.triggers.destination.DestinationEndpoints;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Changes on their way from a server into a stream.
@Timeout(120)
final class KinesisDeliveryTest {
    private static final String TABLE = "orders";

    @TempDir private Path directory;

    @Test
    void changesWaitWhileThereIsNoServiceAndAreSentByTheNextStart() {
        try (KinesisService kinesis = new KinesisService()) {
            try (MillraceServer server = start(kinesis.uri());
                    Clients clients = Clients.of(server.endpoint())) {
                prepare(clients);
            }
            try (MillraceServer server = start(null);
                    Clients clients = Clients.of(server.endpoint())) {
                put(clients, "late", 1);
            }
            assertThat(kinesis.taken()).isEmpty();
            try (MillraceServer _ = start(kinesis.uri())) {
                await(kinesis, 1);
            }
            assertThat(values(kinesis, "late")).containsExactly("1");
        }
    }

    @Test
    void changesOfAnItemStayInOrderWhenItsStreamIsEnabledAnew() {
        try (KinesisService kinesis = new KinesisService(new Random(5));
                MillraceServer server = start(kinesis.uri());
                Clients clients = Clients.of(server.endpoint())) {
            prepare(clients);
            for (int n = 1; n <= 40; n++) {
                put(clients, "hot", n);
                if (n % 10 == 0) {
                    disable(clients);
                    enable(clients);
                }
            }
            while (values(kinesis, "hot").stream().distinct().count() < 40) {
                LockSupport.parkNanos(20_000_000);
            }
            assertThat(values(kinesis, "hot").stream().distinct())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 40).mapToObj(Integer::toString).toList());
        }
    }

    private MillraceServer start(@Nullable URI kinesis) {
        return MillraceServer.start(
                ServerOptions.inMemory()
                        .withData(directory.resolve("data"))
                        .withTriggers(
                                new TriggerOptions(
                                        List.of(),
                                        DestinationEndpoints.NONE,
                                        FunctionOptions.DEFAULT,
                                        null,
                                        kinesis)));
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
        enable(clients);
    }

    private static void enable(Clients clients) {
        clients.tables()
                .enableKinesisStreamingDestination(
                        request -> request.tableName(TABLE).streamArn(KinesisService.ARN));
    }

    private static void disable(Clients clients) {
        clients.tables()
                .disableKinesisStreamingDestination(
                        request -> request.tableName(TABLE).streamArn(KinesisService.ARN));
    }

    private static void put(Clients clients, String item, int value) {
        clients.tables()
                .putItem(put ->
                        put.tableName(TABLE)
                                .item(
                                        Map.of(
                                                "pk", AttributeValue.fromS(item),
                                                "v", AttributeValue.fromN("" + value))));
    }

    private static void await(KinesisService kinesis, int records) {
        while (kinesis.taken().size() < records) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static List<String> values(KinesisService kinesis, String item) {
        return kinesis.taken().stream()
                .map(taken -> member(JsonNode.parser().parse(taken.json()), "dynamodb", "NewImage"))
                .filter(image -> member(image, "pk", "S").asString().equals(item))
                .map(image -> member(image, "v", "N").asString())
                .toList();
    }

    private static JsonNode member(JsonNode object, String... path) {
        JsonNode found = object;
        for (String name : path) {
            found = found.field(name).orElseThrow();
        }
        return found;
    }
}
