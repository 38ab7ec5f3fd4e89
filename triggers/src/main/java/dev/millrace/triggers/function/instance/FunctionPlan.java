package dev.millrace.triggers.function.instance;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;

/// A function as its running copies need to know it.
///
/// @param revision tells copies of this code and configuration from those of earlier ones
/// @param runtime Lambda's name of the runtime
/// @param handler where in the code to begin; empty where the code decides that itself
/// @param role the role whose credentials the function works with
/// @param timeout how long one invocation may take
/// @param memoryMegabytes how much memory a copy may take up
/// @param environment the variables that its owner set
/// @param reservedConcurrency how many invocations there may be at a time; null for no such limit
public record FunctionPlan(
        String name,
        String revision,
        String runtime,
        String handler,
        String role,
        Duration timeout,
        int memoryMegabytes,
        Map<String, String> environment,
        @Nullable Integer reservedConcurrency) {
    /// The only version that functions have.
    public static final String VERSION = "$LATEST";
}
