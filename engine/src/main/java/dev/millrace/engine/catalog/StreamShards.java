package dev.millrace.engine.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// A stream and its shards.
///
/// A later shard has both the greater number and the greater id (see [ShardId]), so one order
/// serves to find a shard by either.
///
/// @param shards ascending by number and by id, so parents come before their children
/// @param openShards those of them that are open, ascending by the unsigned hash they begin at
public record StreamShards(Stream stream, List<Shard> shards, List<Shard> openShards) {
    private static final Comparator<Shard> BY_HASH =
            (left, right) -> Long.compareUnsigned(left.firstHash(), right.firstHash());

    static StreamShards of(Stream stream) {
        return new StreamShards(stream, List.of(), List.of());
    }

    StreamShards with(Stream newStream) {
        return new StreamShards(newStream, shards, openShards);
    }

    // Adds shards, or replaces those with their numbers.
    StreamShards with(List<Shard> changed) {
        List<Shard> next = new ArrayList<>(shards);
        for (Shard shard : changed) {
            int place = placeOf(next, other -> Integer.compare(other.number(), shard.number()));
            if (place < 0) {
                next.add(-place - 1, shard);
            } else {
                next.set(place, shard);
            }
        }
        return new StreamShards(stream, Collections.unmodifiableList(next), open(next));
    }

    StreamShards without(Shard shard) {
        List<Shard> next = new ArrayList<>(shards);
        next.removeIf(other -> other.number() == shard.number());
        return new StreamShards(stream, Collections.unmodifiableList(next), open(next));
    }

    private static List<Shard> open(List<Shard> shards) {
        return shards.stream().filter(Shard::isOpen).sorted(BY_HASH).toList();
    }

    /// The open shard that takes the changes of partition keys with this hash.
    ///
    /// @throws NoSuchElementException if the stream has no open shard
    public Shard openShardOf(long hash) {
        int place = placeOf(openShards, shard -> Long.compareUnsigned(shard.firstHash(), hash));
        int before = place < 0 ? -place - 2 : place;
        if (before < 0) {
            throw new NoSuchElementException("no open shard");
        }
        return openShards.get(before);
    }

    /// The last hash, unsigned, of an open shard of this stream.
    public long lastHashOf(Shard open) {
        int next = openShards.indexOf(open) + 1;
        return next == openShards.size() ? -1L : openShards.get(next).firstHash() - 1;
    }

    /// The shard with this id.
    public Optional<Shard> find(String shardId) {
        int place = placeOf(shards, shard -> shard.shardId().compareTo(shardId));
        return place < 0 ? Optional.empty() : Optional.of(shards.get(place));
    }

    /// The shard with this number.
    public Optional<Shard> find(int number) {
        int place = placeOf(shards, shard -> Integer.compare(shard.number(), number));
        return place < 0 ? Optional.empty() : Optional.of(shards.get(place));
    }

    /// The shards whose ids sort after `shardId`, which need not be the id of one.
    public List<Shard> after(String shardId) {
        int place = placeOf(shards, shard -> shard.shardId().compareTo(shardId));
        return shards.subList(place < 0 ? -place - 1 : place + 1, shards.size());
    }

    /// The shards whose parent is `shardId`: none, one, or the two of a split.
    public List<Shard> childrenOf(String shardId) {
        return after(shardId).stream()
                .filter(shard -> shardId.equals(shard.parentShardId()))
                .toList();
    }

    /// The number of the next shard of this stream; none is ever given twice.
    public int nextNumber() {
        // The youngest shard is never trimmed: it is open, or the stream is off and opens none.
        return shards.isEmpty() ? 0 : shards.getLast().number() + 1;
    }

    /// The id of the next shard of this stream, for one that is born at this moment.
    public String nextShardId(long bornMillis) {
        String id = ShardId.format(bornMillis, stream.id(), nextNumber());
        return shards.isEmpty() || shards.getLast().shardId().compareTo(id) < 0
                ? id
                : nextShardId(ShardId.bornMillis(shards.getLast().shardId()) + 1);
    }

    // The place of the shard that `order` finds equal; if there is none, minus the place where it
    // would be, minus one.
    private static int placeOf(List<Shard> sorted, ToIntFunction<Shard> order) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = order.applyAsInt(sorted.get(middle));
            if (found == 0) {
                return middle;
            }
            low = found < 0 ? middle + 1 : low;
            high = found < 0 ? high : middle - 1;
        }
        return -low - 1;
    }
}
