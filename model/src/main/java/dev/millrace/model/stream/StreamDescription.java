package dev.millrace.model.stream;

import dev.millrace.model.key.KeySchema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A stream with one page of its shards, as DescribeStream shows it.
///
/// @param shards ascending by shard id, parents before children
/// @param lastEvaluatedShardId null on the last page
public record StreamDescription(
        String streamArn,
        String streamLabel,
        String tableName,
        StreamStatus streamStatus,
        StreamViewType streamViewType,
        Instant creationRequestDateTime,
        KeySchema keySchema,
        List<ShardDescription> shards,
        @Nullable String lastEvaluatedShardId) {}
