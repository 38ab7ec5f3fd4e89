package dev.millrace.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

class MillraceServerTest {

    private static final String CREATE =
            """
            {"TableName":"Notes","BillingMode":"PAY_PER_REQUEST",
             "KeySchema":[{"AttributeName":"Id","KeyType":"HASH"}],
             "AttributeDefinitions":[{"AttributeName":"Id","AttributeType":"S"}]}\
            """;
    private static final String PUT = "{\"TableName\":\"Notes\",\"Item\":{\"Id\":{\"S\":\"one\"}}}";
    private static final String GET = "{\"TableName\":\"Notes\",\"Key\":{\"Id\":{\"S\":\"one\"}}}";

    @TempDir Path directory;

    @Test
    void itemThatWasPutIsRead() {
        try (MillraceServer server = MillraceServer.start(ServerOptions.inMemory());
                ApiClient client = ApiClient.of(server.endpoint())) {
            client.table("CreateTable", CREATE);
            client.table("PutItem", PUT);

            assertThat(client.table("GetItem", GET).body())
                    .isEqualTo("{\"Item\":{\"Id\":{\"S\":\"one\"}}}");
        }
    }

    @Test
    void itemIsStillThereWhenAServerComesBack() {
        ServerOptions options = ServerOptions.inMemory().withData(directory);
        try (MillraceServer server = MillraceServer.start(options);
                ApiClient client = ApiClient.of(server.endpoint())) {
            client.table("CreateTable", CREATE);
            client.table("PutItem", PUT);
        }
        try (MillraceServer server = MillraceServer.start(options);
                ApiClient client = ApiClient.of(server.endpoint())) {
            assertThat(client.table("GetItem", GET).body()).contains("one");
        }
    }

    @Test
    void halfAnExportThatAKilledServerLeftIsRemovedByTheNext() throws IOException {
        ServerOptions options = ServerOptions.inMemory().withData(directory);
        MillraceServer.start(options).close();
        Path left = Files.createDirectories(directory.resolve("transfers")).resolve("left.json.gz");
        Files.writeString(left, "half");
        try (MillraceServer _ = MillraceServer.start(options)) {
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void secondPortServesStreams() {
        try (MillraceServer server = withStreamsPort();
                ApiClient client = ApiClient.of(server.streamsEndpoint())) {
            assertThat(client.stream("ListStreams", "{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void secondPortDoesNotKnowTables() {
        try (MillraceServer server = withStreamsPort();
                ApiClient client = ApiClient.of(server.streamsEndpoint())) {
            HttpResponse<String> response = client.table("ListTables", "{}");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("UnknownOperationException");
        }
    }

    @Test
    void firstPortServesStreamsToo() {
        try (MillraceServer server = withStreamsPort();
                ApiClient client = ApiClient.of(server.endpoint())) {
            assertThat(client.stream("ListStreams", "{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutSecondPortStreamsAreAtTheFirst() {
        try (MillraceServer server = MillraceServer.start(ServerOptions.inMemory())) {
            assertThat(server.streamsPort()).isNull();
            assertThat(server.streamsEndpoint()).isEqualTo(server.endpoint());
        }
    }

    @Test
    void closedServerNoLongerListens() {
        MillraceServer server = MillraceServer.start(ServerOptions.inMemory());
        URI endpoint = server.endpoint();
        server.close();

        try (ApiClient client = ApiClient.of(endpoint)) {
            assertThatThrownBy(() -> client.table("ListTables", "{}"))
                    .hasRootCauseInstanceOf(IOException.class)
                    .cause()
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void closingTwiceDoesNothing() {
        MillraceServer server = MillraceServer.start(ServerOptions.inMemory());
        server.close();

        server.close();
    }

    @Test
    void serverOnEveryAddressIsReachedByLoopback() {
        assertThat(EndpointUri.of("0.0.0.0", 8000)).hasToString("http://127.0.0.1:8000");
    }

    @Test
    void addressWithColonsStandsInBrackets() {
        assertThat(EndpointUri.of("::1", 8000)).hasToString("http://[::1]:8000");
    }

    private static MillraceServer withStreamsPort() {
        return MillraceServer.start(ServerOptions.inMemory().withStreamsPort(0));
    }
}
