package dev.millrace.server.http;

import dev.millrace.server.dispatch.Call;
import dev.millrace.server.dispatch.RestDispatcher;

import io.helidon.webserver.http.ServerRequest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/// Answers requests of Lambda's REST API, which are told by their paths.
final class RestHandler {

    // Every operation of the API has the date of its version in front.
    private static final Pattern PATH = Pattern.compile("/20\\d\\d-\\d\\d-\\d\\d/.*");
    private static final Pattern CODE =
            Pattern.compile("/2015-03-31/functions/?|/2015-03-31/functions/[^/]+/code/?");

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
        return PATH.matcher(request.path().rawPath()).matches();
    }

    void handle(ServerRequest request, Call call, Reply reply) {
        boolean hasCode = CODE.matcher(request.path().rawPath()).matches();
        RequestBody body =
                new RequestBody(
                        request, hasCode ? RequestBody.CODE_BYTES_MAX : RequestBody.BODY_BYTES_MAX);
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
