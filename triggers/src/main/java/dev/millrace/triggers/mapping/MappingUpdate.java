package dev.millrace.triggers.mapping;

import dev.millrace.triggers.function.FunctionName;

import org.jspecify.annotations.Nullable;

import java.util.function.UnaryOperator;

/// What UpdateEventSourceMapping asks for.
///
/// @param function the function from now on; null for the same as before
/// @param settings makes the settings of now of those before
public record MappingUpdate(
        @Nullable FunctionName function, UnaryOperator<MappingSettings> settings) {}
