package dev.millrace.engine.catalog;

import org.jspecify.annotations.Nullable;

/// A shard: the records of one range of partition key hashes for some time.
///
/// @param number names the shard in record keys; unique in its stream
/// @param firstHash where in the unsigned hash space the shard begins; it ends where the next open
///   shard begins
/// @param generation 1 for a shard without parent, one more than the parent's otherwise
/// @param startingPosition the position of the commit that opened it, or once it is closed that of
///   its first record; every record's position is at least this
/// @param endingPosition the position of its last record; null while it is open
public record Shard(
        int streamId,
        int number,
        String shardId,
        @Nullable String parentShardId,
        long firstHash,
        int generation,
        long startingPosition,
        @Nullable Long endingPosition) {
    /// Whether changes still go to this shard.
    public boolean isOpen() {
        return endingPosition == null;
    }

    /// The same shard, closed, with the positions of its first and its last record.
    public Shard closed(long firstPosition, long lastPosition) {
        return new Shard(
                streamId,
                number,
                shardId,
                parentShardId,
                firstHash,
                generation,
                firstPosition,
                lastPosition);
    }
}
