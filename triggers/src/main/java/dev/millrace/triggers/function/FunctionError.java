package dev.millrace.triggers.function;

/// How a function failed.
///
/// @param kind `Handled` or `Unhandled`, as the header `X-Amz-Function-Error` has it
/// @param message what it said of it, for people
public record FunctionError(String kind, String message) {
    /// A failure that the function did not report itself.
    public static FunctionError unhandled(String message) {
        return new FunctionError("Unhandled", message);
    }
}
