package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Describes a stream and a page of its shards.
///
/// @param limit 1 to 100
public record DescribeStreamRequest(
        String streamArn, @Nullable String exclusiveStartShardId, int limit) {}
