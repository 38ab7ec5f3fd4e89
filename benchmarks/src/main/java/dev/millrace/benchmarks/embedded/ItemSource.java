package dev.millrace.benchmarks.embedded;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Item;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/// Makes up items of one size, whose bytes do not compress.
public final class ItemSource {
    private static final int POOL_BYTES = 8 << 20;

    private final byte[] pool = new byte[POOL_BYTES];
    private final int payloadBytes;

    /// @param payloadBytes the size of the attribute beside the key
    public ItemSource(int payloadBytes) {
        this.payloadBytes = payloadBytes;
        new Random(1).nextBytes(pool);
    }

    /// An item with this key and a payload from a place drawn at random.
    public Item item(String key) {
        int from = ThreadLocalRandom.current().nextInt(POOL_BYTES - payloadBytes);
        Binary payload = Binary.of(Arrays.copyOfRange(pool, from, from + payloadBytes));
        return Item.of(
                Map.of("id", new AttributeValue.S(key), "payload", new AttributeValue.B(payload)));
    }
}
