package dev.millrace.server.dispatch;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.Signature;
import dev.millrace.wire.Target;

/// The one place that knows the order in which a request is looked at (source: dynamodb-api
/// reference, section 13.1): syntax of the JSON, target, syntax of the signature, then all that the
/// endpoint does. Safe for many threads.
public final class Dispatcher {

    private final EndpointTable endpoints;
    private final FailureLog failures;

    public Dispatcher(EndpointTable endpoints, FailureLog failures) {
        this.endpoints = endpoints;
        this.failures = failures;
    }

    /// Answers `call` with the body `body`, which nobody changes meanwhile, writing a good answer
    /// into `output`. Never throws: what the client did wrong becomes the answer that says so, and
    /// what went wrong here is logged and becomes an `InternalServerError` that names the request
    /// and gives nothing else away.
    public Answer answer(Call call, byte[] body, JsonOutput output) {
        try {
            admit(call, body).run(call, new JsonInput(body, 0, body.length), output);
            return Answer.of(output);
        } catch (ApiException e) {
            return Answer.of(e);
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
