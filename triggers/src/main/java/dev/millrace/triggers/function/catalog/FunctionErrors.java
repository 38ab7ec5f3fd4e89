package dev.millrace.triggers.function.catalog;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.util.Set;

/// What Lambda's API answers to clients that ask of functions what cannot be.
public final class FunctionErrors {
    private static final String VARIABLES =
            "Lambda was unable to configure your environment variables because the environment"
                    + " variables you have provided ";

    private FunctionErrors() {}

    /// A function that does not exist.
    ///
    /// @param functionArn its full name
    public static ApiException notFound(String functionArn) {
        return new ApiException(
                ApiError.FUNCTION_RESOURCE_NOT_FOUND, "Function not found: " + functionArn);
    }

    /// A name that is no function's.
    public static ApiException invalidName(String name) {
        return invalid("Value '" + name + "' is not the name of a function.");
    }

    /// A parameter that has its form, but makes no sense.
    public static ApiException invalid(String message) {
        return new ApiException(ApiError.INVALID_PARAMETER_VALUE, message);
    }

    static ApiException exists(String name) {
        return new ApiException(ApiError.RESOURCE_CONFLICT, "Function already exist: " + name);
    }

    static ApiException wrongRevision() {
        return new ApiException(
                ApiError.PRECONDITION_FAILED,
                "The RevisionId provided does not match the latest RevisionId. Call the"
                        + " GetFunction/GetAlias API to retrieve the latest RevisionId");
    }

    static ApiException reservedVariables(Set<String> names) {
        return invalid(
                VARIABLES
                        + "contains reserved keys that are currently not supported for"
                        + " modification. Reserved keys used in this request: "
                        + String.join(", ", names));
    }

    static ApiException tooManyVariables(String measured) {
        return invalid(VARIABLES + "exceeded the 4KB limit. String measured: " + measured);
    }
}
