package dev.millrace.triggers.function.catalog;

import org.jspecify.annotations.Nullable;

import java.util.function.UnaryOperator;

/// What UpdateFunctionConfiguration asks for.
///
/// @param settings makes the settings of now of those before
/// @param revisionId the revision that the function must have; null for any
public record SettingsUpdate(
        UnaryOperator<FunctionSettings> settings, @Nullable String revisionId) {}
