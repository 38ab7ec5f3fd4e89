package dev.millrace.triggers.function.process;

/// What the runtime API answers to a runtime that does not keep to its rules (lambda-esm reference,
/// section 14).
final class RuntimeApiException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;

    private RuntimeApiException(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    /// The id is not that of the invocation under way.
    static RuntimeApiException unknownId(String id) {
        return new RuntimeApiException(400, "InvalidRequestID", "Invalid request ID: " + id);
    }

    /// The call does not fit what went before.
    static RuntimeApiException wrongTurn(RuntimeSession.State from, String call) {
        return new RuntimeApiException(
                403,
                "InvalidStateTransition",
                "State transition from " + from.text() + " by " + call + " is not allowed");
    }

    /// The answer has more bytes than allowed.
    static RuntimeApiException tooLarge() {
        return new RuntimeApiException(
                413, "RequestEntityTooLarge", "Exceeded maximum allowed payload size");
    }

    /// There is nothing more to do: the runtime must exit.
    static RuntimeApiException over() {
        return new RuntimeApiException(500, "ContainerError", "Container error. Non-recoverable");
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }
}
