package dev.millrace.triggers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// A web server of this machine that keeps what it is sent and answers what it is told to.
public final class LocalHttp implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile Reply reply = new Reply(200, Map.of(), "");

    /// A request that has arrived.
    public record Received(String method, String path, Map<String, String> headers, String body) {}

    /// What requests are answered with.
    public record Reply(int status, Map<String, String> headers, String body) {}

    public LocalHttp() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /// Where it is.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /// Answers like this from now on.
    public void answer(int status, Map<String, String> headers, String body) {
        reply = new Reply(status, headers, body);
    }

    /// The next request, once it has arrived.
    public Received next() throws InterruptedException {
        return received.take();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name, values.getFirst()));
        received.add(
                new Received(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        headers,
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Reply now = reply;
        byte[] body = now.body().getBytes(UTF_8);
        now.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
