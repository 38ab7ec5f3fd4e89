package dev.millrace.server.http;

import dev.millrace.model.error.OverloadException;
import dev.millrace.server.dispatch.Answer;
import dev.millrace.server.dispatch.Call;
import dev.millrace.server.dispatch.Dispatcher;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.RequestIds;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/// Answers every HTTP request: those of the API through the dispatcher, the few others itself.
///
/// Only here is decided what depends on method, path and content type (source: dynamodb-api
/// reference, section 3).
final class ApiHandler implements Handler {
    /// The most names of headers in a request.
    static final int HEADERS_MAX = 200;

    private final CompletableFuture<Dispatcher> dispatcher;
    private final RequestIds requestIds;
    private final HttpBounds bounds;
    private final SlowClientWatch watch;
    private final RestHandler rest;
    private final String healthy;
    private final RestAfterRefusal rests = RestAfterRefusal.ofThreads();

    /// @param dispatcher where calls go, once it is there; until then they wait
    /// @param rest answers what belongs to Lambda's API
    /// @param region the region that the answer to a health check names
    ApiHandler(
            CompletableFuture<Dispatcher> dispatcher,
            RequestIds requestIds,
            HttpBounds bounds,
            SlowClientWatch watch,
            RestHandler rest,
            String region) {
        this.dispatcher = dispatcher;
        this.requestIds = requestIds;
        this.bounds = bounds;
        this.watch = watch;
        this.rest = rest;
        this.healthy = "healthy: dynamodb." + region + ".amazonaws.com ";
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Reply reply = new Reply(request, response, requestIds.next(), watch);
        if (request.headers().size() > HEADERS_MAX) {
            reply.tooManyHeaders();
            return;
        }
        if (RestHandler.owns(request) && !isPreflight(request)) {
            rest.handle(request, toCall(request, reply.requestId()), reply);
            return;
        }
        switch (request.prologue().method().text()) {
            case "POST" -> post(request, reply);
            case "GET" -> get(request, reply);
            case "OPTIONS" -> options(request, reply);
            default -> reply.unknownOperation();
        }
    }

    private static boolean isPreflight(ServerRequest request) {
        return request.prologue().method().text().equals("OPTIONS");
    }

    private void get(ServerRequest request, Reply reply) {
        if (StreamEvents.areAt(request.path().rawPath())) {
            watch.end();
            new StreamEvents(dispatcher(), watch).send(request, reply);
        } else if (request.path().rawPath().equals(Health.LIVE_PATH)) {
            reply.health(Health.LIVE);
        } else if (request.path().rawPath().equals(Health.READY_PATH)) {
            reply.health(readiness());
        } else if (request.path().rawPath().equals("/")) {
            watch.end();
            dispatcher();
            reply.text(healthy);
        } else {
            reply.unknownOperation();
        }
    }

    // Who asks wants an answer now, unlike those who have a request.
    private Health readiness() {
        return dispatcher.isDone() ? Health.of(dispatcher().log()) : Health.STARTING;
    }

    private static void options(ServerRequest request, Reply reply) {
        if (request.headers().contains(HeaderNames.ORIGIN)) {
            reply.preflight();
        } else {
            reply.unknownOperation();
        }
    }

    private void post(ServerRequest request, Reply reply) {
        String contentType = contentType(request);
        if (contentType == null) {
            reply.unknownOperation();
            return;
        }
        RequestBody body = new RequestBody(request);
        boolean overload;
        try (BodyBudget.Share share = bounds.bodies().share()) {
            overload = call(request, body, share, contentType, reply);
        } finally {
            bounds.answers().giveBack();
        }
        if (overload) {
            rests.refused();
        }
    }

    // Whether there was too much to do.
    private boolean call(
            ServerRequest request,
            RequestBody body,
            BodyBudget.Share share,
            String contentType,
            Reply reply) {
        byte[] bytes;
        try {
            bytes = body.read(share);
        } catch (OverloadException e) {
            reply.refusal(e, body, contentType);
            return true;
        }
        if (bytes == null) {
            reply.tooLarge(body);
            return false;
        }
        watch.end();
        Call call = toCall(request, reply.requestId());
        Answer answer = dispatcher().answer(call, bytes, new JsonOutput());
        bounds.answers().settle(answer.length());
        reply.answer(answer, contentType);
        return answer.isOfOverload();
    }

    private Dispatcher dispatcher() {
        try {
            return dispatcher.join();
        } catch (CancellationException | CompletionException e) {
            throw new CloseConnectionException("the server did not start", e);
        }
    }

    private static Call toCall(ServerRequest request, String requestId) {
        return new Call(
                requestId,
                value(request, ApiHeaders.TARGET),
                value(request, HeaderNames.AUTHORIZATION),
                query(request),
                name -> value(request, HeaderNames.create(name)));
    }

    private static Map<String, String> query(ServerRequest request) {
        return request.query().isEmpty()
                ? Map.of()
                : request.query().toMap().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    /// The content type that the response is to have, which is that of the request without its
    /// parameters; null if the protocol does not know it.
    private static @Nullable String contentType(ServerRequest request) {
        String declared = value(request, HeaderNames.CONTENT_TYPE);
        if (declared == null) {
            return null;
        }
        int end = declared.indexOf(';');
        String type = (end < 0 ? declared : declared.substring(0, end)).strip();
        return switch (type.toLowerCase(Locale.ROOT)) {
            case ApiHeaders.AMAZON_JSON -> ApiHeaders.AMAZON_JSON;
            case ApiHeaders.JSON -> ApiHeaders.JSON;
            default -> null;
        };
    }

    private static @Nullable String value(ServerRequest request, HeaderName name) {
        return request.headers().first(name).orElse(null);
    }
}
