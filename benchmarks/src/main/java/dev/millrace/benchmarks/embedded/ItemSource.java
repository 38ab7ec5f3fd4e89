package dev.millrace.benchmarks.embedded;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Item;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/// Makes up items of one size, whose bytes do not compress. No two payloads are the same, so that
/// every put is a change.
public final class ItemSource {
    private static final int POOL_BYTES = 8 << 20;

    private final byte[] pool = new byte[POOL_BYTES];
    private final int payloadBytes;
    private final AtomicLong made = new AtomicLong();

    /// @param payloadBytes the size of the attribute beside the key, at least 8
    public ItemSource(int payloadBytes) {
        this.payloadBytes = payloadBytes;
        new Random(1).nextBytes(pool);
    }

    /// An item with this key and a payload from a place drawn at random, behind its number.
    public Item item(String key) {
        int from = ThreadLocalRandom.current().nextInt(POOL_BYTES - payloadBytes);
        byte[] payload = Arrays.copyOfRange(pool, from, from + payloadBytes);
        ByteBuffer.wrap(payload).putLong(made.incrementAndGet());
        return Item.of(
                Map.of(
                        "id",
                        new AttributeValue.S(key),
                        "payload",
                        new AttributeValue.B(Binary.of(payload))));
    }
}
