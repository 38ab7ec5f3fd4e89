package dev.millrace.benchmarks.workload;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/// The body of a PutItem whose item has an exact size: a key of fixed length and a payload of
/// random letters, another one for each item, so that no put is without effect and nothing
/// compresses well.
final class ItemTemplate {
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int POOL_BYTES = 1 << 20;
    private static final String KEY_NAME = "id";
    private static final String PAYLOAD_NAME = "payload";
    private static final int KEY_BYTES = 12;
    private static final int FIXED_BYTES = KEY_NAME.length() + KEY_BYTES + PAYLOAD_NAME.length();

    /// The smallest item, in bytes.
    static final int ITEM_BYTES_MIN = FIXED_BYTES + 1;

    private final Random random;
    private final byte[] pool;
    private final byte[] body;
    private final int keyFrom;
    private final int payloadFrom;
    private final int payloadBytes;

    /// @param itemBytes the size of the item as DynamoDB counts it
    ItemTemplate(String tableName, int itemBytes, Random random) {
        this.random = random;
        pool = pool(random);
        payloadBytes = itemBytes - FIXED_BYTES;
        String start = "{\"TableName\":\"" + tableName + "\",\"Item\":{\"id\":{\"S\":\"";
        String middle = "\"},\"payload\":{\"S\":\"";
        keyFrom = start.length();
        payloadFrom = keyFrom + KEY_BYTES + middle.length();
        body =
                (start + key(0) + middle + "x".repeat(payloadBytes) + "\"}}}")
                        .getBytes(StandardCharsets.US_ASCII);
    }

    /// The body for this key; valid until the next call.
    byte[] body(int key) {
        System.arraycopy(key(key).getBytes(StandardCharsets.US_ASCII), 0, body, keyFrom, KEY_BYTES);
        int from = random.nextInt(POOL_BYTES - payloadBytes);
        System.arraycopy(pool, from, body, payloadFrom, payloadBytes);
        return body;
    }

    /// The text of a key, always of the same length.
    static String key(int key) {
        String digits = Integer.toString(key);
        return "0".repeat(KEY_BYTES - digits.length()) + digits;
    }

    private static byte[] pool(Random random) {
        byte[] pool = new byte[POOL_BYTES];
        for (int i = 0; i < pool.length; i++) {
            pool[i] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return pool;
    }
}
