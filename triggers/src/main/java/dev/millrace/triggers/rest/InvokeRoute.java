package dev.millrace.triggers.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.function.FunctionTarget;
import dev.millrace.triggers.function.Functions;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.LogTail;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.function.catalog.FunctionErrors;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.instance.PooledFunction;
import dev.millrace.triggers.function.queue.EventQueue;
import dev.millrace.triggers.mapping.LambdaNames;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The route of Invoke (lambda-esm reference, section 13.1).
public final class InvokeRoute {
    /// The most bytes of a payload that somebody waits for.
    public static final int REQUEST_BYTES_MAX = 6 << 20;

    /// The most bytes of a payload that nobody waits for.
    public static final int EVENT_BYTES_MAX = 1 << 20;

    private static final String PATH = "/2015-03-31/functions/{}/invocations";
    private static final Binary EMPTY = Binary.of(new byte[0]);
    private static final Binary NO_PAYLOAD = Binary.of("{}".getBytes(UTF_8));
    private static final JsonFactory JSON = new JsonFactory();

    private final Functions functions;
    private final EventQueue queue;
    private final LambdaNames names;

    /// @param queue takes what nobody waits for
    public InvokeRoute(Functions functions, EventQueue queue, LambdaNames names) {
        this.functions = functions;
        this.queue = queue;
        this.names = names;
    }

    /// The route.
    public List<Route> routes() {
        return List.of(Route.replying("POST", PATH, this::invoke));
    }

    private RestReply invoke(RestRequest request) {
        FunctionName name = name(request);
        FunctionTarget target = functions.find(name.name(), name.qualifier());
        if (target == null) {
            throw FunctionErrors.notFound(names.functionArn(name));
        }
        String type = request.header("X-Amz-Invocation-Type");
        return switch (type == null ? "RequestResponse" : type) {
            case "RequestResponse" -> call(target, name, request);
            case "Event" -> enqueue(name, request);
            case "DryRun" -> new RestReply(204, Map.of(), EMPTY);
            default ->
                    throw ApiException.validation(
                            "1 validation error detected: Value '"
                                    + type
                                    + "' at 'invocationType' failed to satisfy constraint: Member"
                                    + " must satisfy enum value set: [Event, RequestResponse,"
                                    + " DryRun]");
        };
    }

    private RestReply call(FunctionTarget target, FunctionName name, RestRequest request) {
        LogTail tail = "Tail".equals(request.header("X-Amz-Log-Type")) ? new LogTail() : null;
        Invocation invocation = invocation(name, request, REQUEST_BYTES_MAX, tail);
        Outcome outcome =
                target instanceof PooledFunction pooled
                        ? pooled.call(invocation)
                        : target.invoke(invocation);
        return switch (outcome) {
            case Outcome.Answered(Binary body) -> reply(body, null, tail);
            case Outcome.Failed(FunctionError error) ->
                    reply(Binary.of(error.message().getBytes(UTF_8)), error.kind(), tail);
            case Outcome.NotReady(String reason) ->
                    throw new ApiException(ApiError.SERVICE, "Not reached: " + reason);
        };
    }

    private static RestReply reply(Binary body, @Nullable String error, @Nullable LogTail tail) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Amz-Executed-Version", FunctionPlan.VERSION);
        if (error != null) {
            headers.put("X-Amz-Function-Error", error);
        }
        if (tail != null) {
            headers.put("X-Amz-Log-Result", tail.base64());
        }
        return new RestReply(200, headers, body);
    }

    private RestReply enqueue(FunctionName name, RestRequest request) {
        queue.add(name, invocation(name, request, EVENT_BYTES_MAX, null));
        return new RestReply(202, Map.of(), EMPTY);
    }

    private Invocation invocation(
            FunctionName name, RestRequest request, int bytesMax, @Nullable LogTail tail) {
        Binary body = request.body();
        if (body.length() > bytesMax) {
            throw new ApiException(
                    ApiError.REQUEST_TOO_LARGE,
                    "Request must be smaller than "
                            + bytesMax
                            + " bytes for the InvokeFunction operation");
        }
        requireJson(body);
        return new Invocation(
                request.requestId(),
                names.functionArn(name),
                body.length() == 0 ? NO_PAYLOAD : body,
                ClientContexts.decode(request.header("X-Amz-Client-Context")),
                request.header("X-Amzn-Trace-Id"),
                tail);
    }

    private static void requireJson(Binary body) {
        try (JsonParser parser = JSON.createParser(body.bytes())) {
            if (parser.nextToken() == null) {
                return;
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw invalidContent("there is something behind its end");
            }
        } catch (IOException e) {
            throw invalidContent(String.valueOf(e.getMessage()));
        }
    }

    private static ApiException invalidContent(String why) {
        return new ApiException(
                ApiError.INVALID_REQUEST_CONTENT, "Could not parse request body into json: " + why);
    }

    private static FunctionName name(RestRequest request) {
        FunctionName name =
                FunctionName.parse(request.parameter())
                        .orElseThrow(() -> FunctionErrors.invalidName(request.parameter()));
        String qualifier = request.first("Qualifier");
        return qualifier == null ? name : new FunctionName(name.name(), qualifier);
    }
}
