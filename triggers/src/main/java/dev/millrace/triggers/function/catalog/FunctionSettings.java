package dev.millrace.triggers.function.catalog;

import java.util.Map;

/// What a client can set, and set again, about a function. Members are named as the API names them.
///
/// @param handler empty if the runtime needs none
/// @param timeout seconds, 1 to 5,400
/// @param memorySize megabytes, 128 to 32,768
/// @param environment the variables of its owner
/// @param ephemeralStorage megabytes; kept and shown
/// @param tracingMode kept and shown
public record FunctionSettings(
        String runtime,
        String handler,
        String role,
        String description,
        int timeout,
        int memorySize,
        Map<String, String> environment,
        int ephemeralStorage,
        String tracingMode) {
    /// What stands for everything that a client does not set.
    static final FunctionSettings DEFAULTS =
            new FunctionSettings("", "", "", "", 3, 128, Map.of(), 512, "PassThrough");
}
