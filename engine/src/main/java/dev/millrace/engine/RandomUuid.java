package dev.millrace.engine;

import java.util.UUID;
import java.util.random.RandomGenerator;

/// Random identifiers in the form of UUIDs of version 4.
final class RandomUuid {
    private static final long VERSION_MASK = 0xF000L;
    private static final long VERSION_4 = 0x4000L;
    private static final int VARIANT_BITS = 2;
    private static final long VARIANT = 1L << 63;

    private RandomUuid() {}

    static String of(RandomGenerator random) {
        long high = (random.nextLong() & ~VERSION_MASK) | VERSION_4;
        long low = (random.nextLong() >>> VARIANT_BITS) | VARIANT;
        return new UUID(high, low).toString();
    }
}
