package dev.millrace.triggers.mapping;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

/// What Lambda's API answers to clients that ask for what cannot be (lambda-esm reference, section
/// 4).
public final class LambdaErrors {
    private LambdaErrors() {}

    /// A parameter that has its form, but makes no sense.
    public static ApiException invalid(String message) {
        return new ApiException(ApiError.INVALID_PARAMETER_VALUE, message);
    }

    /// A mapping, or another resource, that does not exist.
    public static ApiException notFound() {
        return new ApiException(
                ApiError.FUNCTION_RESOURCE_NOT_FOUND, "The resource you requested does not exist.");
    }

    /// A mapping whose last change is still under way.
    public static ApiException inUse(String uuid, MappingState state) {
        return new ApiException(
                ApiError.FUNCTION_RESOURCE_IN_USE,
                "The event source mapping " + uuid + " is in the state " + state.text() + ".");
    }

    /// A function that does not exist.
    public static ApiException functionNotFound() {
        return invalid("Function does not exist");
    }

    /// A stream that does not exist.
    public static ApiException streamNotFound(String streamArn) {
        return invalid("Stream not found: " + streamArn);
    }

    /// A stream and a function that are mapped already.
    public static ApiException conflict(String streamArn, String functionArn, String uuid) {
        return new ApiException(
                ApiError.RESOURCE_CONFLICT,
                "The event source arn (\" "
                        + streamArn
                        + " \") and function (\" "
                        + functionArn
                        + " \") provided mapping already exists. Please update or delete the"
                        + " existing mapping with UUID "
                        + uuid);
    }
}
