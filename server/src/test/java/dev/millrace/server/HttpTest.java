package dev.millrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.server.config.ServerOptions;
import dev.millrace.wire.Crc32;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/// What the server does on the level of HTTP, seen by a client of the JDK.
class HttpTest {

    private static final String NOT_KNOWN = "<UnknownOperationException/>\n";
    private static final int BODY_BYTES_MAX = 16 << 20;

    private static MillraceServer server;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        server = MillraceServer.start(ServerOptions.inMemory());
        client = ApiClient.of(server.endpoint());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void operationOfTheTablesIsAnswered() {
        HttpResponse<String> response = client.table("ListTables", "{}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"TableNames\":[]}");
    }

    @Test
    void operationOfTheStreamsIsAnsweredOnTheSamePort() {
        HttpResponse<String> response = client.stream("ListStreams", "{}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"Streams\":[]}");
    }

    @Test
    void requestIdHas52CharactersAndDiffersEachTime() {
        String one = header(client.table("ListTables", "{}"), "x-amzn-RequestId");
        String other = header(client.table("ListTables", "{}"), "x-amzn-RequestId");

        assertThat(one).matches("[A-Z0-9]{52}").isNotEqualTo(other);
    }

    @Test
    void checksumIsThatOfTheBody() {
        HttpResponse<String> response = client.table("ListTables", "{}");

        assertThat(header(response, "x-amz-crc32"))
                .isEqualTo(Long.toString(Crc32.of(response.body().getBytes(UTF_8))));
    }

    @Test
    void checksumOfAnErrorIsThatOfItsBody() {
        HttpResponse<String> response = client.table("Nonsense", "{}");

        assertThat(header(response, "x-amz-crc32"))
                .isEqualTo(Long.toString(Crc32.of(response.body().getBytes(UTF_8))));
    }

    @Test
    void contentTypeIsThatOfTheProtocol() {
        assertThat(header(client.table("ListTables", "{}"), "Content-Type"))
                .isEqualTo("application/x-amz-json-1.0");
    }

    @Test
    void plainJsonIsAnsweredAsPlainJson() {
        HttpResponse<String> response =
                client.send(
                        client.call("DynamoDB_20120810.ListTables", "{}")
                                .setHeader("Content-Type", "application/json; charset=utf-8"));

        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    }

    @Test
    void contentLengthIsDeclared() {
        HttpResponse<String> response = client.table("ListTables", "{}");

        assertThat(header(response, "Content-Length"))
                .isEqualTo(Integer.toString(response.body().length()));
    }

    @Test
    void otherContentTypeIsNotKnown() {
        HttpResponse<String> response =
                client.send(client.request("text/plain").POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo(NOT_KNOWN);
    }

    @Test
    void missingContentTypeIsNotKnown() {
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(server.endpoint())
                                .POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo(NOT_KNOWN);
    }

    @Test
    void otherMethodIsNotKnown() {
        HttpResponse<String> response =
                client.send(
                        client.call("DynamoDB_20120810.ListTables", "{}")
                                .PUT(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo(NOT_KNOWN);
        assertThat(header(response, "x-amzn-RequestId")).hasSize(52);
    }

    @Test
    void getOfTheRootIsAHealthCheck() {
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(server.endpoint()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("healthy: dynamodb.us-east-1.amazonaws.com ");
    }

    @Test
    void getOfAnythingElseIsNotKnown() {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(server.endpoint().resolve("/shell")));

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void pathOfPostDoesNotMatter() {
        ApiClient elsewhere = new ApiClient(client.http(), server.endpoint().resolve("/any/path"));

        assertThat(elsewhere.table("ListTables", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void requestOfAnyOriginIsAllowed() {
        HttpResponse<String> response =
                client.send(
                        client.call("DynamoDB_20120810.ListTables", "{}")
                                .header("Origin", "https://example.org"));

        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void requestWithoutOriginIsToldNothingOfOrigins() {
        assertThat(client.table("ListTables", "{}").headers().map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void preflightRequestIsAllowedWhateverItAsksFor() {
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(server.endpoint())
                                .method("OPTIONS", BodyPublishers.noBody())
                                .header("Origin", "https://example.org")
                                .header("Access-Control-Request-Method", "POST")
                                .header("Access-Control-Request-Headers", "x-amz-target"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "Access-Control-Allow-Methods")).isEqualTo("POST");
        assertThat(header(response, "Access-Control-Allow-Headers")).isEqualTo("x-amz-target");
        assertThat(header(response, "Access-Control-Max-Age")).isEqualTo("172800");
    }

    @Test
    void optionsWithoutOriginIsNotKnown() {
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(server.endpoint())
                                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void largestBodyIsRead() {
        HttpResponse<String> response = listTables(padded(BODY_BYTES_MAX));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void bodyOneByteLargerIsRefused() {
        HttpResponse<String> response = listTables(padded(BODY_BYTES_MAX + 1));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void bodyOfUnknownLengthIsRead() {
        HttpResponse<String> response = listTables(chunked(100_000));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void bodyOfUnknownLengthIsRefusedWhenItTurnsOutTooLarge() {
        HttpResponse<String> response = listTables(chunked(BODY_BYTES_MAX + 1));

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void emptyBodyIsNoJson() {
        HttpResponse<String> response = client.table("ListTables", "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#SerializationException\"}");
    }

    private static HttpResponse<String> listTables(BodyPublisher body) {
        return client.send(client.call("DynamoDB_20120810.ListTables", "").POST(body));
    }

    /// An empty JSON object of this many bytes.
    private static BodyPublisher padded(int bytes) {
        return BodyPublishers.ofString("{" + " ".repeat(bytes - 2) + "}");
    }

    /// The same, sent without declaring its length.
    private static BodyPublisher chunked(int bytes) {
        return BodyPublishers.fromPublisher(padded(bytes));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
