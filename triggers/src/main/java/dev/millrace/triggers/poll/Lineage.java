package dev.millrace.triggers.poll;

import static java.util.stream.Collectors.toSet;

import dev.millrace.model.stream.ShardDescription;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The order in which the shards of a stream are gone through: a child only when its parent is
/// done, so that the changes of a key stay in order across splits and rolls.
public final class Lineage {
    private Lineage() {}

    /// The shards that may be read now and are not done.
    ///
    /// @param shards all that the stream has
    /// @param progress what is known of each by its id
    public static List<ShardDescription> ready(
            List<ShardDescription> shards, Map<String, Progress> progress) {
        Set<String> listed = shards.stream().map(ShardDescription::shardId).collect(toSet());
        return shards.stream()
                .filter(shard -> !isDone(shard.shardId(), progress))
                .filter(shard -> mayBegin(shard, listed, progress))
                .toList();
    }

    // A parent that is not listed any more has no records left.
    private static boolean mayBegin(
            ShardDescription shard, Set<String> listed, Map<String, Progress> progress) {
        String parent = shard.parentShardId();
        return parent == null || !listed.contains(parent) || isDone(parent, progress);
    }

    private static boolean isDone(String shardId, Map<String, Progress> progress) {
        return progress.getOrDefault(shardId, Progress.NONE).isEnded();
    }
}
