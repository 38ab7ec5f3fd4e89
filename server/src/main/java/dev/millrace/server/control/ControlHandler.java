package dev.millrace.server.control;

import dev.millrace.server.dispatch.FailureLog;
import dev.millrace.server.http.SlowClientWatch;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/// Answers every request on the control port.
final class ControlHandler implements Handler {
    /// The largest body of a request.
    static final int BODY_BYTES_MAX = 64 << 10;

    private static final int OK = 200;
    private static final int FAULT = 500;

    private final CompletableFuture<Routes> routes;
    private final FailureLog failures;
    private final SlowClientWatch watch;

    ControlHandler(CompletableFuture<Routes> routes, FailureLog failures, SlowClientWatch watch) {
        this.routes = routes;
        this.failures = failures;
        this.watch = watch;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String path = request.path().rawPath();
        try {
            // What follows is the server's time, then the client's again.
            watch.end();
            Route route = routes().find(request.prologue().method().text(), path);
            watch.begin();
            Members members = members(request, route);
            watch.end();
            send(OK, route.action().apply(members), response);
        } catch (Refusal e) {
            send(e.status(), error(e.sentence()), response);
        } catch (CloseConnectionException e) {
            throw e;
        } catch (RuntimeException e) {
            failures.failed("control " + path, e);
            send(FAULT, error("the server failed; its log tells why"), response);
        }
    }

    private Routes routes() {
        try {
            return routes.join();
        } catch (CancellationException | CompletionException e) {
            throw new CloseConnectionException("the server did not start", e);
        }
    }

    private static Members members(ServerRequest request, Route route) {
        return route.method().equals("POST")
                ? Members.ofBody(body(request), route.known())
                : Members.ofQuery(query(request), route.known());
    }

    private static byte[] body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream stream = request.content().inputStream()) {
            byte[] body = stream.readNBytes(BODY_BYTES_MAX + 1);
            if (body.length > BODY_BYTES_MAX) {
                throw Refusal.tooLarge("the body has more than " + BODY_BYTES_MAX + " bytes");
            }
            return body;
        } catch (IOException _) {
            throw Refusal.badRequest("the body could not be read");
        }
    }

    private static Map<String, String> query(ServerRequest request) {
        return request.query().toMap().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        entry.getValue().isEmpty()
                                                ? ""
                                                : entry.getValue().getFirst()));
    }

    private static Content error(String sentence) {
        return Content.json(output -> output.text("error", sentence));
    }

    private void send(int status, Content content, ServerResponse response) {
        response.status(Status.create(status));
        response.header(HeaderNames.CONTENT_TYPE, content.type());
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        watch.begin();
        response.send(content.bytes());
        watch.end();
    }
}
