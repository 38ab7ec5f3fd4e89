package dev.millrace.server.dispatch;

import dev.millrace.engine.commit.LogState;
import dev.millrace.engine.commit.LogUnavailableException;
import dev.millrace.engine.operation.OpenStreamTail;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.StreamTail;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.Signature;
import dev.millrace.wire.Target;

import java.util.function.Supplier;

/// The one place that knows the order in which a request is looked at (source: dynamodb-api
/// reference, section 13.1): syntax of the JSON, target, syntax of the signature, whether there is
/// room for it at all, then all that the endpoint does. Safe for many threads.
public final class Dispatcher {

    private final EndpointTable endpoints;
    private final FailureLog failures;
    private final Operation<OpenStreamTail.Request, StreamTail> tails;
    private final Supplier<LogState> log;

    /// A dispatcher of operations alone, with no stream to read whole.
    public Dispatcher(EndpointTable endpoints, FailureLog failures) {
        this(
                endpoints,
                failures,
                _ -> {
                    throw Target.unknownOperation();
                },
                LogState.Writable::new);
    }

    /// @param tails opens tails of streams
    /// @param log whether writes are taken
    public Dispatcher(
            EndpointTable endpoints,
            FailureLog failures,
            Operation<OpenStreamTail.Request, StreamTail> tails,
            Supplier<LogState> log) {
        this.endpoints = endpoints;
        this.failures = failures;
        this.tails = tails;
        this.log = log;
    }

    /// Whether writes are taken.
    public LogState log() {
        return log.get();
    }

    /// Opens a tail of a stream: the one thing to call that is no operation of AWS.
    ///
    /// @throws ApiException for what is wrong with the request
    public StreamTail open(OpenStreamTail.Request request) {
        return tails.execute(request);
    }

    /// Where faults of ours are told of.
    public FailureLog failures() {
        return failures;
    }

    /// Answers `call` with the body `body`, which nobody changes meanwhile, writing a good answer
    /// into `output`. Never throws: what the client did wrong becomes the answer that says so, and
    /// what went wrong here is logged and becomes an `InternalServerError` that names the request
    /// and gives nothing else away.
    public Answer answer(Call call, byte[] body, JsonOutput output) {
        try {
            Endpoint<?, ?> endpoint = admit(call, body);
            endpoint.admission().run();
            endpoint.run(call, new JsonInput(body, 0, body.length), output);
            return Answer.of(output);
        } catch (ApiException e) {
            return Answer.of(e);
        } catch (LogUnavailableException _) {
            // Told of once, where the state of the log is watched.
            return Answer.of(internalServerError(call));
        } catch (RuntimeException | Error e) {
            failures.failed(call.requestId(), e);
            return Answer.of(internalServerError(call));
        }
    }

    private Endpoint<?, ?> admit(Call call, byte[] body) {
        try {
            Endpoint<?, ?> endpoint = endpoints.find(Target.parse(call.target()));
            Signature.parse(call.authorization(), call.query(), call.header());
            return endpoint;
        } catch (ApiException e) {
            // Broken JSON goes before everything else. A good request need not be read twice for
            // that, since its decoder would find it too; a refused one is read only for that.
            JsonInput.requireObject(body, 0, body.length);
            throw e;
        }
    }

    private static ApiException internalServerError(Call call) {
        return new ApiException(
                ApiError.INTERNAL_SERVER_ERROR,
                "Internal server error; request id " + call.requestId());
    }
}
