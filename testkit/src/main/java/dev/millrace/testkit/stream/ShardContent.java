package dev.millrace.testkit.stream;

import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamRecord;

import java.util.List;

/// One shard with all its records, in the order in which GetRecords delivers them.
public record ShardContent(ShardDescription shard, List<StreamRecord> records) {}
