package dev.millrace.conformance.overload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// A function behind an address, which counts how often it is called.
final class CountedCalls implements AutoCloseable {
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final LongAdder calls = new LongAdder();

    CountedCalls() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /// Where it is.
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /// How often it was called.
    long calls() {
        return calls.sum();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        calls.increment();
        exchange.sendResponseHeaders(200, NO_BODY);
        exchange.close();
    }
}
