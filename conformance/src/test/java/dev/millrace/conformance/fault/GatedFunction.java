package dev.millrace.conformance.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// A function behind an address that remembers which items it was told of, and whose calls do not
/// end before it is let go.
final class GatedFunction implements AutoCloseable {
    private static final Pattern KEY =
            Pattern.compile("\"Keys\":\\{\"" + DiskWriter.KEY + "\":\\{\"S\":\"(.*?)\"");

    private final HttpServer http;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    GatedFunction() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::invoke);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    /// Lets the calls end, those that wait and all others, and counts from now on.
    void open() {
        calls.clear();
        gate.countDown();
    }

    /// How often the function was told of each item.
    Map<String, Integer> calls() {
        return Map.copyOf(calls);
    }

    private void invoke(HttpExchange exchange) throws IOException {
        String event = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        KEY.matcher(event).results().forEach(each -> calls.merge(each.group(1), 1, Integer::sum));
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        open();
        http.stop(0);
    }
}
