package dev.millrace.engine.catalog;

import java.util.HexFormat;

/// The names of shards: `shardId-`, the moment of birth in milliseconds as 20 digits, and 8
/// hexadecimal digits that tell apart shards born together. Consumers read the moment out of the
/// name (streams-api reference, section 2).
public final class ShardId {
    private static final int SPREAD = 0x9E3779B9;

    private ShardId() {}

    /// The name of the shard with this number in its stream. Shards born together sort by their
    /// numbers, but where these pass a multiple of 65,536.
    public static String format(long bornMillis, int streamId, int number) {
        // The upper half grows with the number, the lower half only makes names of different
        // streams differ.
        int suffix = number << 16 | ((streamId * SPREAD + number) >>> 16);
        return "shardId-%020d-%s".formatted(bornMillis, HexFormat.of().toHexDigits(suffix));
    }

    /// The moment of birth that a name carries, in milliseconds.
    public static long bornMillis(String shardId) {
        return Long.parseLong(shardId.split("-", -1)[1]);
    }
}
