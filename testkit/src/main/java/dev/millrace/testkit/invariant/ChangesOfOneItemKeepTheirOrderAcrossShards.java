package dev.millrace.testkit.invariant;

import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.stream.ShardContent;
import dev.millrace.testkit.stream.StreamContent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The invariant that all changes of one partition key, and so of one item, lie on one line of
/// descent of shards: a reader that finishes parents before children reads them in order (source:
/// streams-api reference, sections 12 and 13).
public final class ChangesOfOneItemKeepTheirOrderAcrossShards {
    private ChangesOfOneItemKeepTheirOrderAcrossShards() {}

    /// What contradicts the invariant; empty if it holds.
    public static List<String> violations(StreamContent stream) {
        Map<String, @Nullable String> parents = parents(stream);
        List<String> violations = new ArrayList<>();
        shardsByPartitionKey(stream)
                .forEach((key, shards) -> {
                    if (!isOneLine(List.copyOf(shards), parents)) {
                        violations.add(
                                "ChangesOfOneItemKeepTheirOrderAcrossShards: "
                                        + key
                                        + " is in unrelated shards "
                                        + shards);
                    }
                });
        return violations;
    }

    private static Map<String, @Nullable String> parents(StreamContent stream) {
        Map<String, @Nullable String> parents = new HashMap<>();
        for (ShardContent content : stream.shards()) {
            parents.put(content.shard().shardId(), content.shard().parentShardId());
        }
        return parents;
    }

    private static Map<AttributeValue, Set<String>> shardsByPartitionKey(StreamContent stream) {
        String partitionKey = stream.keySchema().partitionKey().name();
        Map<AttributeValue, Set<String>> shards = new LinkedHashMap<>();
        for (ShardContent content : stream.shards()) {
            for (StreamRecord record : content.records()) {
                AttributeValue key = Objects.requireNonNull(record.keys().get(partitionKey));
                shards.computeIfAbsent(key, _ -> new LinkedHashSet<>())
                        .add(content.shard().shardId());
            }
        }
        return shards;
    }

    private static boolean isOneLine(List<String> shards, Map<String, @Nullable String> parents) {
        for (int i = 1; i < shards.size(); i++) {
            if (!descends(shards.get(i), shards.get(i - 1), parents)) {
                return false;
            }
        }
        return true;
    }

    private static boolean descends(
            String shard, String ancestor, Map<String, @Nullable String> parents) {
        String parent = parents.get(shard);
        while (parent != null && !parent.equals(ancestor)) {
            parent = parents.get(parent);
        }
        return parent != null;
    }
}
