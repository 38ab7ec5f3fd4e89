package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.KeyRange;
import dev.millrace.store.tuple.TupleReader;

/// Records that the catalog no longer knows and whose space is still to be given back. It is
/// remembered in the commit that makes them leftover, so that a crash leaves nothing behind for
/// ever.
///
/// @param shardNumber the shard they were in; [#ALL_SHARDS] if the whole stream is gone
public record Leftover(int streamId, int shardNumber) {
    /// Stands for every shard of a stream; no shard ever gets this number.
    public static final int ALL_SHARDS = Integer.MAX_VALUE;

    private static final int KIND_BYTES = 1;

    /// Where the records are.
    public KeyRange records() {
        return shardNumber == ALL_SHARDS
                ? Keyspace.recordsOf(streamId)
                : Keyspace.recordsOf(streamId, shardNumber);
    }

    /// Whether `other` are the records of the next shard of the same stream, so that no other
    /// record's place is between them.
    public boolean isBefore(Leftover other) {
        return streamId == other.streamId && shardNumber + 1L == other.shardNumber;
    }

    byte[] key() {
        return Keyspace.leftoverKey(streamId, shardNumber);
    }

    static Leftover ofKey(byte[] key) {
        TupleReader tuple = new TupleReader(key);
        tuple.raw(KIND_BYTES);
        return new Leftover((int) tuple.uint32(), (int) tuple.uint32());
    }
}
