package dev.millrace.testkit.invariant;

import dev.millrace.model.stream.StreamRecord;
import dev.millrace.testkit.stream.ShardContent;
import dev.millrace.testkit.stream.StreamContent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The invariant that a shard that was seen closed never gets another record, keeps its end, and
/// never opens again; it may only lose records from its front, or vanish (source: streams-api
/// reference, section 12).
///
/// An object watches streams over time; show it each content that is read.
public final class ClosedShardNeverGrows {
    private final Map<String, ShardContent> closed = new HashMap<>();
    private final Set<String> vanished = new HashSet<>();

    /// What in a later content of a stream contradicts those before; empty if the invariant holds.
    public List<String> violations(StreamContent stream) {
        List<String> violations = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (ShardContent content : stream.shards()) {
            String name = stream.streamArn() + " " + content.shard().shardId();
            listed.add(name);
            if (vanished.contains(name)) {
                violations.add("ClosedShardNeverGrows: " + name + " is there again");
            }
            check(name, content, violations);
        }
        closed.keySet().stream()
                .filter(name -> name.startsWith(stream.streamArn() + " "))
                .filter(name -> !listed.contains(name))
                .forEach(vanished::add);
        return violations;
    }

    private void check(String name, ShardContent now, List<String> violations) {
        ShardContent before = closed.get(name);
        if (before != null && !isTail(now.records(), before.records())) {
            violations.add("ClosedShardNeverGrows: " + name + " has other records than before");
        }
        if (before != null && !before.shard().equals(now.shard())) {
            violations.add(
                    "ClosedShardNeverGrows: " + name + " is described otherwise than before");
        }
        if (now.shard().endingSequenceNumber() != null) {
            closed.put(name, now);
        }
    }

    private static boolean isTail(List<StreamRecord> tail, List<StreamRecord> whole) {
        int cut = whole.size() - tail.size();
        return cut >= 0 && whole.subList(cut, whole.size()).equals(tail);
    }
}
