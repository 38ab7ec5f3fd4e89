package dev.millrace.conformance.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/// One bucket of a service that speaks as much of S3 as exports and imports need. It lists two keys
/// at a time, so that lists have pages.
final class Shelves implements AutoCloseable {
    static final String BUCKET = "shelf";
    private static final int PAGE = 2;

    private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final HttpServer server;

    Shelves() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The objects by their keys.
    Map<String, byte[]> objects() {
        return objects;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        String[] parts = path.substring(1).split("/", 2);
        if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
            reply(exchange, 403, "<Error><Code>AccessDenied</Code></Error>");
        } else if (!parts[0].equals(BUCKET)) {
            reply(exchange, 404, "<Error><Code>NoSuchBucket</Code></Error>");
        } else if (parts.length == 1) {
            reply(exchange, 200, list(exchange.getRequestURI().getRawQuery()));
        } else if (exchange.getRequestMethod().equals("PUT")) {
            objects.put(parts[1], body);
            reply(exchange, 200, "");
        } else {
            reply(exchange, objects.get(parts[1]));
        }
    }

    private String list(String query) {
        Map<String, String> parameters =
                Arrays.stream(query.split("&"))
                        .map(each -> each.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        each -> each[0],
                                        each -> URLDecoder.decode(each[1], UTF_8)));
        String after = parameters.getOrDefault("start-after", "");
        List<String> keys =
                objects.tailMap(after, false).keySet().stream()
                        .filter(key -> key.startsWith(parameters.getOrDefault("prefix", "")))
                        .limit(PAGE)
                        .toList();
        return keys.stream()
                .map(key ->
                        "<Contents><Key>"
                                + URLEncoder.encode(key, UTF_8)
                                + "</Key><Size>"
                                + Objects.requireNonNull(objects.get(key)).length
                                + "</Size></Contents>")
                .collect(
                        Collectors.joining(
                                "",
                                "<ListBucketResult><EncodingType>url</EncodingType>",
                                "</ListBucketResult>"));
    }

    private static void reply(HttpExchange exchange, byte @Nullable [] content) throws IOException {
        if (content == null) {
            reply(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>");
        } else {
            send(exchange, 200, content);
        }
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, text.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }
}
