package dev.millrace.conformance.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A function behind an address that fails until it is told to succeed.
final class FailingFunction implements AutoCloseable {
    private static final byte[] ERROR =
            "{\"errorMessage\":\"no\",\"errorType\":\"Error\"}".getBytes(UTF_8);

    private final HttpServer http;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean succeeds;

    FailingFunction() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    /// How often it was called.
    int calls() {
        return calls.get();
    }

    void succeed() {
        succeeds = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        calls.incrementAndGet();
        if (succeeds) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, ERROR.length);
            exchange.getResponseBody().write(ERROR);
        }
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
