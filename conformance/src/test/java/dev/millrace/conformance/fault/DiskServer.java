package dev.millrace.conformance.fault;

import dev.millrace.conformance.client.Clients;
import dev.millrace.conformance.crash.ServerProcess;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// A server in a process of its own, with one table that has a stream and an index.
final class DiskServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ServerProcess process;
    private final Clients clients;
    private final HttpClient http = HttpClient.newHttpClient();

    private DiskServer(ServerProcess process) {
        this.process = process;
        this.clients = Clients.of(process.endpoint());
    }

    static DiskServer start(Path directory, String durability, Map<String, String> environment)
            throws IOException {
        return new DiskServer(ServerProcess.start(directory, durability, environment));
    }

    Clients clients() {
        return clients;
    }

    ServerProcess process() {
        return process;
    }

    void createTable() {
        createTable(clients);
    }

    /// Creates the table of the writers.
    static void createTable(Clients clients) {
        clients.tables()
                .createTable(table ->
                        table.tableName(DiskWriter.TABLE)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .attributeDefinitions(
                                        attribute(DiskWriter.KEY, ScalarAttributeType.S),
                                        attribute(DiskWriter.VERSION, ScalarAttributeType.N))
                                .keySchema(hash(DiskWriter.KEY))
                                .globalSecondaryIndexes(byVersion())
                                .streamSpecification(stream ->
                                        stream.streamEnabled(true)
                                                .streamViewType(
                                                        StreamViewType.NEW_AND_OLD_IMAGES)));
        clients.tables().waiter().waitUntilTableExists(table -> table.tableName(DiskWriter.TABLE));
    }

    /// The version of an item; 0 if there is none.
    long version(String key) {
        return version(clients, key);
    }

    static long version(Clients clients, String key) {
        Map<String, AttributeValue> item =
                clients.tables()
                        .getItem(get ->
                                get.tableName(DiskWriter.TABLE)
                                        .consistentRead(true)
                                        .key(Map.of(DiskWriter.KEY, AttributeValue.fromS(key))))
                        .item();
        AttributeValue version = item.get(DiskWriter.VERSION);
        return version == null ? 0 : Long.parseLong(version.n());
    }

    /// What the server says of its readiness, once that is what `wanted` wants.
    HttpResponse<String> awaitReadiness(Predicate<HttpResponse<String>> wanted)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> found = readiness();
        while (!wanted.test(found)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("still " + found.statusCode() + found.body());
            }
            LockSupport.parkNanos(LOOK_NANOS);
            found = readiness();
        }
        return found;
    }

    @Override
    public void close() {
        clients.close();
        process.kill();
    }

    private HttpResponse<String> readiness() throws IOException, InterruptedException {
        URI ready = process.endpoint().resolve("/health/ready");
        return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.ofString());
    }

    private static GlobalSecondaryIndex byVersion() {
        return GlobalSecondaryIndex.builder()
                .indexName("by-version")
                .keySchema(hash(DiskWriter.VERSION))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }

    static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
    }
}
