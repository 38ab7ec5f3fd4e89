package dev.millrace.triggers.function.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.ErrorPayload;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The runtime API over HTTP for one process, on a port of this machine of its own: whoever calls
/// there is that process.
final class RuntimeServer implements AutoCloseable {
    private static final String PREFIX = "/2018-06-01";
    private static final Pattern INVOCATION =
            Pattern.compile(PREFIX + "/runtime/invocation/(?<id>[^/]+)/(?<what>response|error)");

    private final HttpServer server;
    private final RuntimeSession session;

    private RuntimeServer(HttpServer server, RuntimeSession session) {
        this.server = server;
        this.session = session;
    }

    /// Opens a port for the process that `session` is held with.
    ///
    /// @param threads makes virtual threads, one for each request
    static RuntimeServer open(RuntimeSession session, ThreadFactory threads) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = HttpServer.create(anyPort, 0);
        RuntimeServer runtime = new RuntimeServer(server, session);
        server.createContext("/", runtime::handle);
        server.setExecutor(task -> threads.newThread(task).start());
        server.start();
        return runtime;
    }

    /// Host and port, as `AWS_LAMBDA_RUNTIME_API` names them.
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            answer(exchange);
        } catch (RuntimeApiException e) {
            String body = ErrorPayload.json(e.type(), Objects.toString(e.getMessage()));
            send(exchange, e.status(), body.getBytes(UTF_8));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange)
            throws IOException, RuntimeApiException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " " + path;
        Matcher invocation = INVOCATION.matcher(path);
        if (call.equals("GET " + PREFIX + "/runtime/invocation/next")) {
            next(exchange);
        } else if (call.equals("POST " + PREFIX + "/runtime/init/error")) {
            session.failToStart(errorType(exchange), rest(exchange));
            accepted(exchange);
        } else if (call.equals("GET " + PREFIX + "/ping")) {
            send(exchange, 200, "pong".getBytes(UTF_8));
        } else if (exchange.getRequestMethod().equals("POST") && invocation.matches()) {
            ended(exchange, invocation.group("id"), invocation.group("what"));
        } else {
            send(exchange, 404, ErrorPayload.json("NotFound", call).getBytes(UTF_8));
        }
    }

    private void next(HttpExchange exchange)
            throws IOException, RuntimeApiException, InterruptedException {
        Task task = session.next();
        Instant deadline = Objects.requireNonNull(task.deadline());
        Headers headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", task.invocation().requestId());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline.toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", task.invocation().functionArn());
        headers.set("Lambda-Runtime-Trace-Id", task.traceId());
        String context = task.invocation().clientContext();
        if (context != null) {
            headers.set("Lambda-Runtime-Client-Context", context);
        }
        send(exchange, 200, task.invocation().payload().bytes());
    }

    private void ended(HttpExchange exchange, String id, String what)
            throws IOException, RuntimeApiException {
        if (what.equals("error")) {
            session.fail(id, errorType(exchange), rest(exchange));
        } else {
            session.succeed(id, body(exchange));
        }
        accepted(exchange);
    }

    private static @Nullable String errorType(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
    }

    // Null if there is more of it than there may be.
    private static @Nullable Binary body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(RuntimeSession.RESPONSE_BYTES_MAX + 1);
        if (bytes.length <= RuntimeSession.RESPONSE_BYTES_MAX) {
            return Binary.of(bytes);
        }
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        return null;
    }

    // What is said of an error, or as much of it as an answer may have.
    private static Binary rest(HttpExchange exchange) throws IOException {
        return Binary.of(exchange.getRequestBody().readNBytes(RuntimeSession.RESPONSE_BYTES_MAX));
    }

    private static void accepted(HttpExchange exchange) throws IOException {
        send(exchange, 202, "{\"status\":\"OK\"}\n".getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
