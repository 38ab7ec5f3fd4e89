package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Asks how much of a shard lies behind a sequence number.
///
/// @param after null for the shard's beginning
/// @param recordsMax how far to count at most, at least 1
public record MeasureLagRequest(
        String streamArn, String shardId, @Nullable String after, int recordsMax) {}
