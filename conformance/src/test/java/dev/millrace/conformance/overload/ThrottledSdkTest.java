package dev.millrace.conformance.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.client.Clients;
import dev.millrace.engine.commit.QueueBounds;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ClockChoice;
import dev.millrace.server.config.ControlOptions;
import dev.millrace.server.config.LoadOptions;
import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The SDK as it comes, in front of a server that has room for two writes at a time.
@Timeout(180)
final class ThrottledSdkTest {
    private static final String TABLE = "throttled";
    private static final int CLIENTS = 24;
    private static final int WRITES = 40;

    @TempDir private Path directory;

    @Test
    void clientsThatAreRefusedAskAgainUntilAllIsWritten() throws Exception {
        try (MillraceServer server = MillraceServer.start(options());
                DynamoDbClient client = client(server.endpoint())) {
            createTable(client);
            write(client);

            assertThat(client.scan(scan -> scan.tableName(TABLE)).count())
                    .isEqualTo(CLIENTS * WRITES);
            assertThat(refusedWrites(server)).isPositive();
        }
    }

    private static void write(DynamoDbClient client)
            throws InterruptedException, ExecutionException {
        List<Future<?>> writing = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                writing.add(
                        threads.submit(() -> {
                            for (int write = 0; write < WRITES; write++) {
                                put(client, number + "-" + write);
                            }
                        }));
            }
            for (Future<?> each : writing) {
                each.get();
            }
        }
    }

    private static void put(DynamoDbClient client, String key) {
        client.putItem(put -> put.tableName(TABLE).item(Map.of("id", AttributeValue.fromS(key))));
    }

    private ServerOptions options() {
        LoadOptions usual = LoadOptions.DEFAULT;
        return ServerOptions.inMemory()
                .withData(directory.resolve("data"))
                .withControl(new ControlOptions(new ClockChoice.OfSystem(), 0, "127.0.0.1"))
                .withLoad(
                        new LoadOptions(
                                usual.connectionsMax(),
                                usual.idleMax(),
                                usual.turnMax(),
                                2,
                                QueueBounds.UNLIMITED,
                                usual.waitingReadersMax(),
                                usual.memory()));
    }

    // With the retries that the SDK makes unless it is told otherwise.
    private static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Clients.REGION)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static void createTable(DynamoDbClient client) {
        client.createTable(table ->
                table.tableName(TABLE)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                AttributeDefinition.builder()
                                        .attributeName("id")
                                        .attributeType(ScalarAttributeType.S)
                                        .build())
                        .keySchema(
                                KeySchemaElement.builder()
                                        .attributeName("id")
                                        .keyType(KeyType.HASH)
                                        .build()));
        client.waiter().waitUntilTableExists(table -> table.tableName(TABLE));
    }

    private static double refusedWrites(MillraceServer server)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI metrics =
                    java.util.Objects.requireNonNull(server.controlEndpoint()).resolve("/metrics");
            return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("millrace_refused_total{what=\"writes\"} "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf('}') + 2)))
                    .sum();
        }
    }
}
