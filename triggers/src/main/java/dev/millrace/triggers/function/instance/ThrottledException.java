package dev.millrace.triggers.function.instance;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

/// The refusal of an invocation because there are too many at the time.
public final class ThrottledException extends ApiException {
    private static final long serialVersionUID = 1;

    private final String reason;

    private ThrottledException(String reason) {
        super(ApiError.TOO_MANY_REQUESTS, "Rate Exceeded.");
        this.reason = reason;
    }

    /// The function's own limit is reached.
    static ThrottledException reserved() {
        return new ThrottledException("ReservedFunctionConcurrentInvocationLimitExceeded");
    }

    /// The limit of all functions together is reached.
    public static ThrottledException concurrent() {
        return new ThrottledException("ConcurrentInvocationLimitExceeded");
    }

    /// Which limit it was, in Lambda's words.
    public String reason() {
        return reason;
    }
}
