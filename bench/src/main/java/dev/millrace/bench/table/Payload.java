package dev.millrace.bench.table;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Random;

/// A pool of random letters that payloads are cut from: nothing compresses well, and no two cuts
/// are the same.
final class Payload {
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int POOL_BYTES = 1 << 20;
    private static final long SEED = 7;
    private static final byte[] POOL = pool();

    private Payload() {}

    /// Writes `count` letters, at most 400 KB, into `target`, cut where `cut` says.
    static void write(int cut, byte[] target, int at, int count) {
        System.arraycopy(POOL, Math.floorMod(cut, POOL_BYTES - count), target, at, count);
    }

    private static byte[] pool() {
        Random random = new Random(SEED);
        byte[] letters = LETTERS.getBytes(US_ASCII);
        byte[] pool = new byte[POOL_BYTES];
        for (int i = 0; i < pool.length; i++) {
            pool[i] = letters[random.nextInt(letters.length)];
        }
        return pool;
    }
}
