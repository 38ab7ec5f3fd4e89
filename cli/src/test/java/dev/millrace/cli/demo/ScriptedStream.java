package dev.millrace.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stream over HTTP that has the shards and pages that a test gives it. It lists one shard a
/// page.
final class ScriptedStream implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> shards = new LinkedHashMap<>();
    private final Map<String, List<String>> pages = new LinkedHashMap<>();
    private final List<String> closed = new ArrayList<>();

    ScriptedStream() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Adds a shard that ends after these pages, each the number of one record or empty.
    void closedShard(String id, String parent, String... numbers) {
        closed.add(id);
        add(id, parent, "\"1\",\"EndingSequenceNumber\":\"2\"", numbers);
    }

    /// Adds a shard that does not end.
    void openShard(String id, String parent, String... numbers) {
        add(id, parent, "\"1\"", numbers);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void add(String id, String parent, String range, String... numbers) {
        shards.put(
                id,
                """
                {"ShardId":"%s","ParentShardId":"%s",
                "SequenceNumberRange":{"StartingSequenceNumber":%s}}\
                """
                        .formatted(id, parent, range));
        pages.put(id, List.of(numbers));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        byte[] answer = answer(target.substring(target.indexOf('.') + 1), body).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answer(String operation, String body) {
        return switch (operation) {
            case "DescribeStream" -> describe(member(body, "ExclusiveStartShardId"));
            case "GetShardIterator" ->
                    "{\"ShardIterator\":\"%s 0\"}".formatted(member(body, "ShardId"));
            case "GetRecords" -> records(member(body, "ShardIterator").split(" ", -1));
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private String describe(String after) {
        List<String> ids = List.copyOf(shards.keySet());
        int index = ids.indexOf(after) + 1;
        String last =
                index + 1 < ids.size()
                        ? ",\"LastEvaluatedShardId\":\"%s\"".formatted(ids.get(index))
                        : "";
        return "{\"StreamDescription\":{\"Shards\":[%s]%s}}"
                .formatted(shards.get(ids.get(index)), last);
    }

    private String records(String[] iterator) {
        String id = iterator[0];
        List<String> numbers = pages.getOrDefault(id, List.of());
        int page = Integer.parseInt(iterator[1]);
        String number = page < numbers.size() ? numbers.get(page) : "";
        boolean isEnd = closed.contains(id) && page + 1 >= numbers.size();
        return "{\"Records\":[%s]%s}"
                .formatted(
                        number.isEmpty() ? "" : record(number),
                        isEnd ? "" : ",\"NextShardIterator\":\"%s %d\"".formatted(id, page + 1));
    }

    private static String record(String number) {
        return """
        {"eventName":"INSERT","dynamodb":{"SequenceNumber":"%s",
        "Keys":{"path":{"S":"%s"}},"NewImage":{"path":{"S":"%s"}}}}\
        """
                .formatted(number, number, number);
    }

    private static String member(String body, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }
}
