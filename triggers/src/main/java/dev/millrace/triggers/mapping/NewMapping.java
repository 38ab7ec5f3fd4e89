package dev.millrace.triggers.mapping;

import dev.millrace.triggers.function.FunctionName;

import java.util.Map;

/// What CreateEventSourceMapping asks for.
public record NewMapping(
        FunctionName function,
        String eventSourceArn,
        StartingPosition startingPosition,
        MappingSettings settings,
        Map<String, String> tags) {}
