package dev.millrace.server.http;

import dev.millrace.server.dispatch.Call;
import dev.millrace.server.dispatch.RestDispatcher;

import io.helidon.webserver.http.ServerRequest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Answers requests of Lambda's REST API, which are told by their paths.
final class RestHandler {

    private static final List<String> PREFIXES = List.of("/2015-03-31/", "/2017-03-31/");

    private final CompletableFuture<RestDispatcher> dispatcher;
    private final BodyBudget budget;
    private final SlowClientWatch watch;

    RestHandler(
            CompletableFuture<RestDispatcher> dispatcher,
            BodyBudget budget,
            SlowClientWatch watch) {
        this.dispatcher = dispatcher;
        this.budget = budget;
        this.watch = watch;
    }

    /// Whether the request is one of these.
    static boolean owns(ServerRequest request) {
        String path = request.path().rawPath();
        return PREFIXES.stream().anyMatch(path::startsWith);
    }

    void handle(ServerRequest request, Call call, Reply reply) {
        RequestBody body = new RequestBody(request);
        budget.acquire(body.bytesMax());
        try {
            answer(request, body, call, reply);
        } finally {
            budget.release(body.bytesMax());
        }
    }

    private void answer(ServerRequest request, RequestBody body, Call call, Reply reply) {
        byte[] bytes = body.read();
        if (bytes == null) {
            reply.tooLarge(body);
            return;
        }
        watch.end();
        Map<String, List<String>> query =
                request.query().isEmpty() ? Map.of() : request.query().toMap();
        reply.answer(
                dispatcher
                        .join()
                        .answer(
                                call,
                                request.prologue().method().text(),
                                request.path().rawPath(),
                                query,
                                bytes));
    }
}
