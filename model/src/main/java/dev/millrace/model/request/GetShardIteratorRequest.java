package dev.millrace.model.request;

import dev.millrace.model.stream.ShardIteratorType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Asks for a position in a shard.
///
/// @param sequenceNumber for the types that name one, else null
/// @param timestamp for the type that names one, else null
public record GetShardIteratorRequest(
        String streamArn,
        String shardId,
        ShardIteratorType shardIteratorType,
        @Nullable String sequenceNumber,
        @Nullable Instant timestamp) {
    /// A request for a position that no time names.
    public GetShardIteratorRequest(
            String streamArn,
            String shardId,
            ShardIteratorType shardIteratorType,
            @Nullable String sequenceNumber) {
        this(streamArn, shardId, shardIteratorType, sequenceNumber, null);
    }
}
