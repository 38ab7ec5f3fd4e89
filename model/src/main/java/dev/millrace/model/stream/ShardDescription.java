package dev.millrace.model.stream;

import org.jspecify.annotations.Nullable;

/// A shard as DescribeStream shows it.
///
/// @param parentShardId may name a shard that is no longer listed; null for a shard without parent
/// @param endingSequenceNumber null while the shard is open
public record ShardDescription(
        String shardId,
        @Nullable String parentShardId,
        String startingSequenceNumber,
        @Nullable String endingSequenceNumber) {}
