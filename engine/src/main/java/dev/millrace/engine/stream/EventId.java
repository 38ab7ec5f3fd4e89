package dev.millrace.engine.stream;

import java.util.HexFormat;

/// Event identifiers: 32 hexadecimal characters, the same each time a record is read, different for
/// different records of a server.
final class EventId {
    private EventId() {}

    static String format(int streamId, int shardNumber, long position) {
        HexFormat hex = HexFormat.of();
        long shard = (long) streamId << Integer.SIZE | shardNumber;
        return hex.toHexDigits(mix(position ^ mix(shard))) + hex.toHexDigits(mix(shard + position));
    }

    // Stafford's 64-bit finalizer: a bijection, so positions of one shard never collide.
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
