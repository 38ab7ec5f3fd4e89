package dev.millrace.engine.stream;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How far one reader of a whole stream has come: the shards it is reading, and its position in
/// each.
///
/// A shard is read to its end before its children are begun (streams-api reference, section 13). So
/// the ancestors of the shards here have been read, their descendants have not, and a shard that is
/// kin to none of them has lost its parent by trimming and is begun at once.
///
/// For one thread.
public final class Frontier {
    private final Map<String, Long> positions = new LinkedHashMap<>();
    private final Set<String> drained = new HashSet<>();

    /// A reader that has read nothing yet: it begins with the oldest shards.
    public Frontier() {}

    /// Puts the reader into a shard, behind `position`.
    public void put(Shard shard, long position) {
        positions.put(shard.shardId(), Math.max(position, shard.startingPosition() - 1));
    }

    /// Begins and gives up shards as the list of shards demands.
    public void follow(StreamShards stream) {
        Map<String, Shard> listed = byId(stream);
        positions.keySet().retainAll(listed.keySet());
        drained.retainAll(positions.keySet());
        beginChildren(stream);
        Set<String> read = ancestors(listed);
        for (Shard shard : stream.shards()) {
            boolean orphan = !listed.containsKey(shard.parentShardId());
            if (orphan && !read.contains(shard.shardId())) {
                begin(shard);
            }
        }
    }

    /// The shards to be read, the one longest not moved first.
    public List<String> unread() {
        return positions.keySet().stream().filter(id -> !drained.contains(id)).toList();
    }

    /// The position in a shard that is being read.
    public long position(String shardId) {
        Long position = positions.get(shardId);
        return position == null ? -1 : position;
    }

    /// Moves on in a shard, which becomes the last to be looked at again.
    public void move(String shardId, long position) {
        positions.remove(shardId);
        positions.put(shardId, position);
    }

    /// Notes that a closed shard has been read to its end.
    public void drain(String shardId) {
        drained.add(shardId);
    }

    /// The shards and positions as texts: for each shard its id, a colon and a sequence number,
    /// separated by commas.
    ///
    /// @param except a shard that is left out
    public String format(StreamShards stream, String except) {
        return stream.shards().stream()
                .filter(shard -> positions.containsKey(shard.shardId()))
                .filter(shard -> !shard.shardId().equals(except))
                .map(shard -> shard.shardId() + ":" + number(shard))
                .collect(Collectors.joining(","));
    }

    private String number(Shard shard) {
        return SequenceNumber.format(shard, position(shard.shardId()));
    }

    // A shard without children stays: it may get some later.
    private void beginChildren(StreamShards stream) {
        Set<String> left = new HashSet<>();
        for (Shard shard : stream.shards()) {
            String parent = shard.parentShardId();
            if (parent != null && drained.contains(parent)) {
                begin(shard);
                left.add(parent);
            }
        }
        positions.keySet().removeAll(left);
        drained.removeAll(left);
    }

    private void begin(Shard shard) {
        positions.putIfAbsent(shard.shardId(), shard.startingPosition() - 1);
    }

    private Set<String> ancestors(Map<String, Shard> listed) {
        Set<String> ancestors = new HashSet<>();
        for (String id : new ArrayList<>(positions.keySet())) {
            Shard shard = listed.get(id);
            while (shard != null && ancestors.add(shard.shardId())) {
                String parent = shard.parentShardId();
                shard = parent == null ? null : listed.get(parent);
            }
        }
        return ancestors;
    }

    private static Map<String, Shard> byId(StreamShards stream) {
        Map<String, Shard> listed = new HashMap<>();
        stream.shards().forEach(shard -> listed.put(shard.shardId(), shard));
        return listed;
    }
}
