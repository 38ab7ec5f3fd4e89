package dev.millrace.server.http;

import dev.millrace.model.error.ApiException;
import dev.millrace.server.dispatch.Call;
import dev.millrace.server.dispatch.RestAnswer;
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
    private final HttpBounds bounds;
    private final SlowClientWatch watch;

    RestHandler(
            CompletableFuture<RestDispatcher> dispatcher,
            HttpBounds bounds,
            SlowClientWatch watch) {
        this.dispatcher = dispatcher;
        this.bounds = bounds;
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
        try (BodyBudget.Share share = bounds.bodies().share()) {
            answer(request, body, share, call, reply);
        } finally {
            bounds.answers().giveBack();
        }
    }

    private void answer(
            ServerRequest request,
            RequestBody body,
            BodyBudget.Share share,
            Call call,
            Reply reply) {
        byte[] bytes;
        try {
            bytes = body.read(share);
        } catch (ApiException _) {
            reply.answer(RestDispatcher.tooManyRequests(), body);
            return;
        }
        if (bytes == null) {
            reply.tooLarge(body);
            return;
        }
        watch.end();
        Map<String, List<String>> query =
                request.query().isEmpty() ? Map.of() : request.query().toMap();
        RestAnswer answer =
                dispatcher
                        .join()
                        .answer(
                                call,
                                request.prologue().method().text(),
                                request.path().rawPath(),
                                query,
                                bytes);
        bounds.answers().settle(answer.answer().length());
        reply.answer(answer);
    }
}
