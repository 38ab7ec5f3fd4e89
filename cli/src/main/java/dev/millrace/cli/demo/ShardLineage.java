package dev.millrace.cli.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import software.amazon.awssdk.services.dynamodb.model.Shard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The shards of a stream and what they descend from.
final class ShardLineage {

    private final Map<String, Shard> shards;

    ShardLineage(List<Shard> shards) {
        this.shards = shards.stream().collect(toMap(Shard::shardId, identity()));
    }

    /// All shards, each after its parent. A shard whose parent is not among them counts as having
    /// none: the parent's records are gone.
    ///
    /// @throws DemoException if a shard descends from itself
    List<Shard> parentsFirst() {
        Set<Shard> ordered = new LinkedHashSet<>();
        shards.keySet().stream().sorted().forEach(id -> ordered.addAll(ancestry(id).reversed()));
        return List.copyOf(ordered);
    }

    // The shard itself comes first, its oldest ancestor last.
    private List<Shard> ancestry(String id) {
        List<Shard> ancestry = new ArrayList<>();
        for (Shard shard = shards.get(id);
                shard != null;
                shard = shard.parentShardId() == null ? null : shards.get(shard.parentShardId())) {
            ancestry.add(shard);
            if (ancestry.size() > shards.size()) {
                throw new DemoException("the shard " + id + " descends from itself");
            }
        }
        return ancestry;
    }
}
