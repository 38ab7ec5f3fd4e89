package dev.millrace.engine.stream;

import dev.millrace.engine.catalog.Shard;

import java.math.BigInteger;

/// The sequence numbers that clients see: the shard's generation, then the position as 20 digits.
/// So every number of a child is greater than every number of its parent, and none has fewer than
/// 21 digits.
public final class SequenceNumber {
    private static final BigInteger GENERATION_UNIT = BigInteger.TEN.pow(20);
    private static final BigInteger POSITION_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private SequenceNumber() {}

    /// The number of the record at `position` of `shard`.
    public static String format(Shard shard, long position) {
        String digits = Long.toString(position);
        return shard.generation() + "0".repeat(20 - digits.length()) + digits;
    }

    /// The position in `shard` that a number means. Numbers of earlier generations mean position 0,
    /// numbers beyond the shard's generation the last position there can be.
    ///
    /// @param number decimal digits
    public static long positionIn(Shard shard, String number) {
        BigInteger start = GENERATION_UNIT.multiply(BigInteger.valueOf(shard.generation()));
        BigInteger position = new BigInteger(number).subtract(start);
        return position.max(BigInteger.ZERO).min(POSITION_MAX).longValueExact();
    }
}
