package dev.millrace.engine.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A stream and its shards.
///
/// @param shards ascending by shard id, so parents come before their children
public record StreamShards(Stream stream, List<Shard> shards, List<Shard> openShards) {
    private static final Comparator<Shard> BY_ID = Comparator.comparing(Shard::shardId);
    private static final Comparator<Shard> BY_HASH =
            (left, right) -> Long.compareUnsigned(left.firstHash(), right.firstHash());

    static StreamShards of(Stream stream, List<Shard> shards) {
        return new StreamShards(
                stream,
                shards.stream().sorted(BY_ID).toList(),
                shards.stream().filter(Shard::isOpen).sorted(BY_HASH).toList());
    }

    StreamShards with(Stream newStream) {
        return new StreamShards(newStream, shards, openShards);
    }

    StreamShards with(Shard shard) {
        List<Shard> others = new ArrayList<>(shards);
        others.removeIf(other -> other.number() == shard.number());
        others.add(shard);
        return of(stream, others);
    }

    /// The open shard that takes the changes of partition keys with this hash.
    ///
    /// @throws NoSuchElementException if the stream has no open shard
    public Shard openShardOf(long hash) {
        for (int i = openShards.size() - 1; i >= 0; i--) {
            Shard shard = openShards.get(i);
            if (Long.compareUnsigned(shard.firstHash(), hash) <= 0) {
                return shard;
            }
        }
        throw new NoSuchElementException("no open shard");
    }

    /// The shard with this id.
    public Optional<Shard> find(String shardId) {
        return shards.stream().filter(shard -> shard.shardId().equals(shardId)).findFirst();
    }

    /// The shard with this number.
    public Optional<Shard> find(int number) {
        return shards.stream().filter(shard -> shard.number() == number).findFirst();
    }
}
