package dev.millrace.engine.keyspace;

import dev.millrace.store.KeyRange;
import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

/// The keys of Kinesis destinations in [Keyspace#META] and of their outboxes in [Keyspace#OUTBOX]:
/// destination, then the position of the change. Positions are unsigned.
public final class OutboxKeys {
    private static final int DESTINATION = 0x50;

    private OutboxKeys() {}

    /// The key in [Keyspace#META] of a destination.
    public static byte[] destinationKey(int destinationId) {
        return new TupleWriter().uint8(DESTINATION).uint32(destinationId).toByteArray();
    }

    /// The range in [Keyspace#META] of all destinations.
    public static KeyRange destinations() {
        return KeyRange.prefix(new byte[] {DESTINATION});
    }

    /// The key of one change.
    public static byte[] key(int destinationId, long position) {
        return new TupleWriter().uint32(destinationId).uint64(position).toByteArray();
    }

    /// The destination in a [#key].
    public static int destinationOf(byte[] key) {
        return (int) new TupleReader(key).uint32();
    }

    /// The position in a [#key].
    public static long positionOf(byte[] key) {
        TupleReader tuple = new TupleReader(key);
        tuple.uint32();
        return tuple.uint64();
    }

    /// The range of all changes of a destination.
    public static KeyRange of(int destinationId) {
        return KeyRange.prefix(new TupleWriter().uint32(destinationId).toByteArray());
    }

    /// The range of the changes whose position is `position` or before.
    public static KeyRange upTo(int destinationId, long position) {
        return KeyRange.of(of(destinationId).from(), key(destinationId, position + 1));
    }

    /// The range of the changes whose position is greater than `position`.
    public static KeyRange after(int destinationId, long position) {
        return KeyRange.of(key(destinationId, position + 1), of(destinationId).to());
    }
}
