package dev.millrace.engine.catalog;

import org.jspecify.annotations.Nullable;

/// A shard: the records of one range of partition key hashes for some time.
///
/// @param number names the shard in record keys; unique in its stream
/// @param firstHash where in the unsigned hash space the shard begins; it ends where the next open
///   shard begins
/// @param generation 1 for a shard without parent, one more than the parent's otherwise
/// @param startingPosition the position of the commit that opened it; every record's position is
///   greater
/// @param firstPosition the position of its first record; null while it is open, or if it never had
///   one
/// @param endingPosition the position of its last record, or the starting position if it never had
///   one; null while it is open
public record Shard(
        int streamId,
        int number,
        String shardId,
        @Nullable String parentShardId,
        long firstHash,
        int generation,
        long startingPosition,
        @Nullable Long firstPosition,
        @Nullable Long endingPosition) {
    /// Whether changes still go to this shard.
    public boolean isOpen() {
        return endingPosition == null;
    }

    /// Where the shard says that it starts: as on AWS, a closed shard that held one record starts
    /// and ends with it.
    public long shownStart() {
        return firstPosition == null ? startingPosition : firstPosition;
    }

    /// The same shard, closed, with the positions of its first and its last record.
    public Shard closedWith(long first, long last) {
        return closed(first, last);
    }

    /// The same shard, closed without ever having had a record.
    public Shard closedEmpty() {
        return closed(null, startingPosition);
    }

    private Shard closed(@Nullable Long first, long last) {
        return new Shard(
                streamId,
                number,
                shardId,
                parentShardId,
                firstHash,
                generation,
                startingPosition,
                first,
                last);
    }
}
