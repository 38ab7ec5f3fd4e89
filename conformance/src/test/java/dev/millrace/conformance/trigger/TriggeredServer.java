package dev.millrace.conformance.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.client.Clients;
import dev.millrace.control.ControlClient;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ClockChoice;
import dev.millrace.server.config.ControlOptions;
import dev.millrace.server.config.FunctionDeclaration;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.server.config.TriggerOptions;
import dev.millrace.triggers.destination.DestinationEndpoints;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A server with one table and a function that fails, and its control port.
final class TriggeredServer implements AutoCloseable {
    private static final String TABLE = "Source";

    private final FailingFunction function = new FailingFunction();
    private final MillraceServer server;
    private final Clients clients;
    private final String streamArn;

    TriggeredServer(DestinationEndpoints endpoints) throws IOException {
        FunctionDeclaration declared =
                new FunctionDeclaration("f", function.url(), Duration.ofSeconds(20));
        server =
                MillraceServer.start(
                        ServerOptions.inMemory()
                                .withControl(ControlOptions.onPort(0, new ClockChoice.OfSystem()))
                                .withTriggers(new TriggerOptions(List.of(declared), endpoints)));
        clients = Clients.of(server.endpoint());
        streamArn = createTable();
    }

    FailingFunction function() {
        return function;
    }

    String streamArn() {
        return streamArn;
    }

    URI controlEndpoint() {
        return Objects.requireNonNull(server.controlEndpoint());
    }

    ControlClient control() {
        return ControlClient.of(controlEndpoint());
    }

    void write(String key) {
        clients.tables()
                .putItem(request ->
                        request.tableName(TABLE).item(Map.of("pk", AttributeValue.fromS(key))));
    }

    /// Writes one item and maps the function in such a way that it is given up at once.
    void giveUpOne(String destination) throws IOException, InterruptedException {
        write("one");
        map(",\"DestinationConfig\":{\"OnFailure\":{\"Destination\":\"" + destination + "\"}}");
    }

    /// Maps the function, which is called once with each batch.
    void map(String members) throws IOException, InterruptedException {
        String body =
                "{\"FunctionName\":\"f\",\"StartingPosition\":\"TRIM_HORIZON\","
                        + "\"MaximumRetryAttempts\":0,\"EventSourceArn\":\""
                        + streamArn
                        + "\""
                        + members
                        + "}";
        URI uri = server.endpoint().resolve("/2015-03-31/event-source-mappings");
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/lambda/"
                                        + "aws4_request, SignedHeaders=host;x-amz-date,"
                                        + " Signature=00")
                        .header("X-Amz-Date", "20260101T000000Z")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        }
    }

    private String createTable() {
        return clients.tables()
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
                                                .build())
                                .streamSpecification(stream ->
                                        stream.streamEnabled(true)
                                                .streamViewType(StreamViewType.NEW_IMAGE)))
                .tableDescription()
                .latestStreamArn();
    }

    @Override
    public void close() {
        clients.close();
        server.close();
        function.close();
    }
}
