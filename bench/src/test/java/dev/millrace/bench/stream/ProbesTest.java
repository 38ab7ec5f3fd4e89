package dev.millrace.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.millrace.bench.http.Credentials;
import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.table.BenchTable;
import dev.millrace.bench.table.Service;
import dev.millrace.bench.table.TableShape;
import dev.millrace.bench.trigger.WriteToCall;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/// What only Millrace has is found missing elsewhere, here in a server that has just the operations
/// of AWS.
class ProbesTest {
    private HttpServer server = HttpServer.create();

    ProbesTest() throws IOException {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readersOfAnotherServerCannotWait() {
        Service service = new Service(endpoint("127.0.0.1"), endpoint("127.0.0.1"));
        try (BenchTable table =
                BenchTable.create(service, "t", new TableShape(false, "KEYS_ONLY", 0))) {
            assertThat(WaitProbe.canWait(table)).isFalse();
        }
    }

    @Test
    void anotherServerHasNoLambda() {
        assertThat(WriteToCall.obstacle(endpoint("127.0.0.1")))
                .hasValueSatisfying(text -> assertThat(text).endsWith("has no Lambda API"));
    }

    @Test
    void functionsOfAnotherMachineAreOutOfReach() {
        assertThat(WriteToCall.obstacle(endpoint("192.0.2.1")))
                .hasValueSatisfying(text -> assertThat(text).contains("is not on this machine"));
    }

    private Endpoint endpoint(String host) {
        return new Endpoint(
                URI.create("http://" + host + ":" + server.getAddress().getPort()),
                "us-east-1",
                new Credentials("local", "local", null));
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        String body = body(target.substring(target.indexOf('.') + 1));
        exchange.sendResponseHeaders(
                body.isEmpty() ? 404 : 200, body.isEmpty() ? -1 : body.length());
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }

    private static String body(String operation) {
        return switch (operation) {
            case "CreateTable", "DeleteTable" -> "{}";
            case "DescribeTable" ->
                    "{\"Table\":{\"TableStatus\":\"ACTIVE\",\"LatestStreamArn\":\"arn\"}}";
            case "DescribeStream" ->
                    "{\"StreamDescription\":{\"Shards\":[{\"ShardId\":\"shardId-1\"}]}}";
            case "GetShardIterator" -> "{\"ShardIterator\":\"first\"}";
            case "GetRecords" -> "{\"NextShardIterator\":\"next\",\"Records\":[]}";
            default -> "";
        };
    }
}
