package dev.millrace.control;

import java.util.List;

/// The shards of a stream.
///
/// @param status `ENABLING`, `ENABLED`, `DISABLING` or `DISABLED`
/// @param shards ascending by id, parents before children
public record ShardTree(String streamArn, String status, List<ControlledShard> shards) {
    /// The shards that take records.
    public List<ControlledShard> open() {
        return shards.stream().filter(ControlledShard::isOpen).toList();
    }

    /// The children of a shard: none, one, or the two of a split.
    public List<ControlledShard> childrenOf(String shardId) {
        return shards.stream().filter(shard -> shardId.equals(shard.parent())).toList();
    }
}
