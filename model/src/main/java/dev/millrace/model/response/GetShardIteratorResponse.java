package dev.millrace.model.response;

/// What GetShardIterator answers.
public record GetShardIteratorResponse(String shardIterator) {}
