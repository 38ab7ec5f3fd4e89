package dev.millrace.model.response;

import dev.millrace.model.stream.StreamRecord;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What GetRecords answers.
///
/// @param nextShardIterator null when a closed shard has nothing more to deliver
public record GetRecordsResponse(List<StreamRecord> records, @Nullable String nextShardIterator) {}
