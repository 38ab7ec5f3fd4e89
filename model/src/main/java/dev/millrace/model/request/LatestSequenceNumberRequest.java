package dev.millrace.model.request;

/// Asks where the next record of a shard will stand.
public record LatestSequenceNumberRequest(String streamArn, String shardId) {}
