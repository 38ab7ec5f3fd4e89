package dev.millrace.testkit.stream;

import dev.millrace.model.key.KeySchema;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamViewType;

import java.util.List;

/// One stream with all its shards and records.
///
/// @param shards parents before their children
public record StreamContent(
        String streamArn, KeySchema keySchema, StreamViewType viewType, List<ShardContent> shards) {
    /// All records, those of parents before those of their children. Records of one item are in the
    /// order of its changes.
    public List<StreamRecord> records() {
        return shards.stream().flatMap(shard -> shard.records().stream()).toList();
    }
}
