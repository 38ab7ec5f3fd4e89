package dev.millrace.testkit.invariant;

import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamDescription;
import dev.millrace.model.stream.StreamStatus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The invariant that every closed shard of an enabled stream is listed together with its one or
/// two children, an open shard has none, and parents are listed before their children: consumers
/// take anything else for an inconsistency (source: streams-api reference, section 12).
public final class ClosedShardHasItsChildren {
    private static final int CHILDREN_MAX = 2;

    private ClosedShardHasItsChildren() {}

    /// What contradicts the invariant; empty if it holds.
    ///
    /// @param stream a description with all shards of the stream
    public static List<String> violations(StreamDescription stream) {
        Map<String, Integer> children = children(stream);
        boolean isEnabled = stream.streamStatus() == StreamStatus.ENABLED;
        List<String> violations = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (ShardDescription shard : stream.shards().reversed()) {
            boolean isOpen = shard.endingSequenceNumber() == null;
            int count = children.getOrDefault(shard.shardId(), 0);
            require(!isOpen || count == 0, shard, "is open and has children", violations);
            require(isOpen || !isEnabled || count > 0, shard, "has no child", violations);
            require(count <= CHILDREN_MAX, shard, "has " + count + " children", violations);
            String parent = String.valueOf(shard.parentShardId());
            require(!listed.contains(parent), shard, "is listed before its parent", violations);
            listed.add(shard.shardId());
        }
        return violations;
    }

    private static Map<String, Integer> children(StreamDescription stream) {
        Map<String, Integer> children = new HashMap<>();
        for (ShardDescription shard : stream.shards()) {
            if (shard.parentShardId() != null) {
                children.merge(shard.parentShardId(), 1, Integer::sum);
            }
        }
        return children;
    }

    private static void require(
            boolean holds, ShardDescription shard, String violation, List<String> violations) {
        if (!holds) {
            violations.add("ClosedShardHasItsChildren: " + shard.shardId() + " " + violation);
        }
    }
}
