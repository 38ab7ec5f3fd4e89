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
/// @param closedPosition the position of the commit that closed it; null while it is open
public record Shard(
        int streamId,
        int number,
        String shardId,
        @Nullable String parentShardId,
        long firstHash,
        int generation,
        long startingPosition,
        @Nullable Long firstPosition,
        @Nullable Long endingPosition,
        @Nullable Long closedPosition) {
    /// Whether changes still go to this shard.
    public boolean isOpen() {
        return endingPosition == null;
    }

    /// Where the shard says that it starts: as on AWS, a closed shard that held one record starts
    /// and ends with it.
    public long shownStart() {
        return firstPosition == null ? startingPosition : firstPosition;
    }

    /// The position of its last record, or that of its closing if it never had one; null while it
    /// is open. Once this is too old, the shard has nothing left to tell.
    public @Nullable Long lastPosition() {
        return firstPosition == null ? closedPosition : endingPosition;
    }

    /// The same shard, closed at `position`, with the positions of its first and its last record.
    public Shard closedWith(long first, long last, long position) {
        return closed(first, last, position);
    }

    /// The same shard, closed at `position` without ever having had a record.
    public Shard closedEmpty(long position) {
        return closed(null, startingPosition, position);
    }

    private Shard closed(@Nullable Long first, long last, long position) {
        return new Shard(
                streamId,
                number,
                shardId,
                parentShardId,
                firstHash,
                generation,
                startingPosition,
                first,
                last,
                position);
    }
}
