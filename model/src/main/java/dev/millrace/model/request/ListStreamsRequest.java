package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Lists streams.
///
/// @param limit 1 to 100
public record ListStreamsRequest(
        @Nullable String tableName, @Nullable String exclusiveStartStreamArn, int limit) {}
