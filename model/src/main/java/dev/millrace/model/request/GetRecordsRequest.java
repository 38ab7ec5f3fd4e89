package dev.millrace.model.request;

/// Reads records from a position in a shard.
///
/// @param limit 1 to 1,000
public record GetRecordsRequest(String shardIterator, int limit) {}
