package dev.millrace.conformance.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// A service of this machine with one stream, which keeps what it takes. It may be told to fail by
/// chance: to refuse requests, or some records of one, and to lose its answer after it took them.
public final class KinesisService implements AutoCloseable {
    /// The name of its stream.
    public static final String STREAM = "changes";

    /// The ARN of its stream.
    public static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/" + STREAM;

    private static final int FLAW_ONE_IN = 6;

    private final HttpServer http;
    private final @Nullable Random flaws;
    private final List<Taken> taken = new ArrayList<>();

    /// A record as it was taken.
    public record Taken(String partitionKey, String json) {}

    /// A service that takes everything at once.
    public KinesisService() {
        this(null);
    }

    /// A service that fails as `flaws` has it.
    public KinesisService(@Nullable Random flaws) {
        this.flaws = flaws;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::handle);
        http.start();
    }

    /// Where it is.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /// What it took, in its order.
    public synchronized List<Taken> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            JsonNode request = JsonNode.parser().parse(body);
            if (!STREAM.equals(text(request, "StreamName"))) {
                answer(exchange, 400, "{\"__type\":\"ResourceNotFoundException\"}");
            } else if ("Kinesis_20131202.PutRecords".equals(target)) {
                put(exchange, request);
            } else {
                answer(
                        exchange,
                        200,
                        "{\"StreamDescriptionSummary\":{\"StreamStatus\":\"ACTIVE\",\"StreamARN\":\""
                                + ARN
                                + "\"}}");
            }
        }
    }

    private void put(HttpExchange exchange, JsonNode request) throws IOException {
        if (isFlawed()) {
            answer(exchange, 500, "{\"__type\":\"InternalFailure\"}");
            return;
        }
        String records =
                request.field("Records").orElseThrow().asArray().stream()
                        .map(this::take)
                        .collect(Collectors.joining(","));
        if (isFlawed()) {
            answer(exchange, 500, "{\"__type\":\"InternalFailure\"}");
        } else {
            answer(exchange, 200, "{\"Records\":[" + records + "]}");
        }
    }

    private synchronized String take(JsonNode record) {
        if (isFlawed()) {
            return "{\"ErrorCode\":\"ProvisionedThroughputExceededException\"}";
        }
        String data = new String(Base64.getDecoder().decode(text(record, "Data")), UTF_8);
        taken.add(new Taken(text(record, "PartitionKey"), data));
        return "{\"SequenceNumber\":\"" + taken.size() + "\",\"ShardId\":\"shardId-000000000000\"}";
    }

    private synchronized boolean isFlawed() {
        return flaws != null && flaws.nextInt(FLAW_ONE_IN) == 0;
    }

    private static String text(JsonNode object, String member) {
        return object.field(member).orElseThrow().asString();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
