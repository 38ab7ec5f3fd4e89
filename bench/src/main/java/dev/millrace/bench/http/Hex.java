package dev.millrace.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// Hexadecimal digits, written where there is room for them.
final class Hex {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);

    private Hex() {}

    /// Writes two digits for each byte of `bytes` into `target`, from `at` on.
    static void write(byte[] bytes, byte[] target, int at) {
        for (int i = 0; i < bytes.length; i++) {
            target[at + 2 * i] = DIGITS[bytes[i] >> 4 & 15];
            target[at + 2 * i + 1] = DIGITS[bytes[i] & 15];
        }
    }
}
