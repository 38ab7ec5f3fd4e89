package dev.millrace.engine.operation;

/// A shard as clients name it.
public record ShardName(String streamArn, String shardId) {}
