package dev.millrace.model.error;

import org.jspecify.annotations.Nullable;

/// An error that the API answers with: a kind and a text.
///
/// It carries no stack trace, because it tells of the client's request and not of our code.
public class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final String RATE_EXCEEDED = "Rate exceeded";

    private final ApiError error;

    /// An error of this kind with this text.
    public ApiException(ApiError error, @Nullable String message) {
        super(message, null, false, false);
        this.error = error;
    }

    /// A `ValidationException` with this text.
    public static ApiException validation(String message) {
        return new ApiException(ApiError.VALIDATION, message);
    }

    /// A `ValidationException` whose text has the usual preamble before `reason`.
    public static ApiException invalidParameter(String reason) {
        return validation("One or more parameter values were invalid: " + reason);
    }

    /// A `ResourceNotFoundException` with this text.
    public static ApiException resourceNotFound(String message) {
        return new ApiException(ApiError.RESOURCE_NOT_FOUND, message);
    }

    /// The data plane's answer for a table that does not exist or is not ready.
    public static ApiException tableNotFound() {
        return resourceNotFound("Requested resource not found");
    }

    /// The control plane's answer for a table that does not exist.
    public static ApiException tableNotFound(String tableName) {
        return resourceNotFound("Requested resource not found: Table: " + tableName + " not found");
    }

    /// What a client is told that asks more often than a stream allows.
    public static ApiException rateExceeded() {
        return new ApiException(ApiError.THROTTLING, RATE_EXCEEDED);
    }

    /// The same for changes of tables.
    public static ApiException controlPlaneRateExceeded() {
        return new ApiException(
                ApiError.THROTTLING,
                "The rate of control plane requests made by this account is too high");
    }

    /// The kind of error.
    public final ApiError error() {
        return error;
    }
}
