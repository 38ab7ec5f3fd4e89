package dev.millrace.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;

/// Strict Base64: padded, nothing between the characters, no bits beyond the last byte.
final class Base64Text {
    private static final int QUANTUM = 4;
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Base64Text() {}

    static byte[] decode(String text) {
        if (text.length() % QUANTUM != 0) {
            throw JsonMismatch.of(
                    "Base64 encoded length is expected a multiple of 4 bytes but found: "
                            + text.length());
        }
        requireCleanEnd(text);
        try {
            return Base64.getDecoder().decode(text.getBytes(ISO_8859_1));
        } catch (IllegalArgumentException _) {
            throw JsonMismatch.of("Invalid Base64 character");
        }
    }

    private static void requireCleanEnd(String text) {
        int end = text.length();
        if (text.endsWith("==")) {
            requireClean(text.charAt(end - 3), 0b1111);
        } else if (text.endsWith("=")) {
            requireClean(text.charAt(end - 2), 0b11);
        }
    }

    private static void requireClean(char last, int unusedBits) {
        int value = ALPHABET.indexOf(last);
        if (value < 0 || (value & unusedBits) != 0) {
            throw JsonMismatch.of("Invalid last non-pad Base64 character dectected");
        }
    }
}
