package dev.millrace.triggers.function.catalog;

import dev.millrace.model.value.Binary;

import java.util.Map;

/// What CreateFunction asks for.
///
/// @param zip the code, an archive
public record NewFunction(
        String name,
        FunctionSettings settings,
        Binary zip,
        String architecture,
        Map<String, String> tags) {}
