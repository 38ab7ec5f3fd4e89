package dev.millrace.model.request;

import dev.millrace.model.stream.ShardIteratorType;

import org.jspecify.annotations.Nullable;

/// Asks for a position in a shard.
public record GetShardIteratorRequest(
        String streamArn,
        String shardId,
        ShardIteratorType shardIteratorType,
        @Nullable String sequenceNumber) {}
