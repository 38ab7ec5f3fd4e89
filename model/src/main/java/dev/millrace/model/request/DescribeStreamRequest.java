package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Describes a stream and a page of its shards.
///
/// @param limit 1 to 100
/// @param childrenOf shows only the children of the shard with this id; null shows all shards
public record DescribeStreamRequest(
        String streamArn,
        @Nullable String exclusiveStartShardId,
        int limit,
        @Nullable String childrenOf) {
    /// A request for all shards behind `exclusiveStartShardId`.
    public DescribeStreamRequest(
            String streamArn, @Nullable String exclusiveStartShardId, int limit) {
        this(streamArn, exclusiveStartShardId, limit, null);
    }
}
