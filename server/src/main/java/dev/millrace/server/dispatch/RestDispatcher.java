package dev.millrace.server.dispatch;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.instance.ThrottledException;
import dev.millrace.triggers.rest.RestReply;
import dev.millrace.triggers.rest.RestRequest;
import dev.millrace.triggers.rest.RouteTable;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.Signature;

import java.util.List;
import java.util.Map;

/// The one place that knows the order in which a request of Lambda's REST API is looked at: syntax
/// of the signature, then the route and all that it does. Safe for many threads.
public final class RestDispatcher {

    /// Answers every request that there is no such operation.
    public static final RestDispatcher NONE =
            new RestDispatcher(RouteTable.EMPTY, FailureLog.ofProcess());

    private static final int FORBIDDEN = 403;
    private static final String SERVICE = "lambda";

    private final RouteTable routes;
    private final FailureLog failures;

    public RestDispatcher(RouteTable routes, FailureLog failures) {
        this.routes = routes;
        this.failures = failures;
    }

    /// Answers a request. Never throws, as [Dispatcher#answer].
    ///
    /// @param call its headers
    /// @param query the parameters of the query, each with all its values
    /// @param body nobody changes it meanwhile
    public RestAnswer answer(
            Call call,
            String method,
            String rawPath,
            Map<String, List<String>> query,
            byte[] body) {
        JsonOutput output = new JsonOutput();
        try {
            Signature.parse(SERVICE, call.authorization(), call.query(), call.header());
        } catch (ApiException e) {
            return error(FORBIDDEN, e, output);
        }
        try {
            RestRequest request =
                    new RestRequest("", query, Binary.of(body), call.requestId(), call.header());
            return good(routes.answer(method, rawPath, request, output), output);
        } catch (ApiException e) {
            return error(e.error().httpStatus(), e, output);
        } catch (RuntimeException | Error e) {
            failures.failed(call.requestId(), e);
            return error(ApiError.SERVICE.httpStatus(), internal(call), output);
        }
    }

    /// The answer to a request that there is no room for.
    public static RestAnswer tooManyRequests() {
        ApiException error = new ApiException(ApiError.TOO_MANY_REQUESTS, "Rate exceeded");
        return error(error.error().httpStatus(), error, new JsonOutput());
    }

    private static RestAnswer good(RestReply reply, JsonOutput output) {
        Binary body = reply.body();
        return new RestAnswer(
                reply.status(),
                null,
                body == null ? Answer.of(output) : Answer.of(body),
                reply.headers());
    }

    private static RestAnswer error(int status, ApiException error, JsonOutput output) {
        output.document(() -> {
            output.text("Type", status < 500 ? "User" : "Service");
            if (error instanceof ThrottledException throttled) {
                output.text("Reason", throttled.reason());
            }
            output.text("Message", error.getMessage());
        });
        return new RestAnswer(status, error.error().code(), Answer.of(output), Map.of());
    }

    private static ApiException internal(Call call) {
        return new ApiException(
                ApiError.SERVICE, "Internal server error; request id " + call.requestId());
    }
}
