package dev.millrace.engine.stream;

/// Where a reader can wait for news: a shard, or the list of a stream's shards.
///
/// @param shardNumber the shard, whose news are records and its end; [#SHARDS] for the list
public record Place(int streamId, int shardNumber) {
    private static final int SHARDS = -1;

    /// One shard of a stream.
    public static Place shard(int streamId, int shardNumber) {
        return new Place(streamId, shardNumber);
    }

    /// The list of a stream's shards, and the stream's status.
    public static Place shardsOf(int streamId) {
        return new Place(streamId, SHARDS);
    }
}
