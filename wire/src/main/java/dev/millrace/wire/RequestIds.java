package dev.millrace.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.random.RandomGenerator;

/// Makes the ids of `x-amzn-RequestId`: 52 characters of `[A-Z0-9]`, 260 random bits.
///
/// As safe for several threads as the generator that it is given.
public final class RequestIds {
    /// The number of characters of an id.
    public static final int LENGTH = 52;

    private static final byte[] ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUV".getBytes(ISO_8859_1);
    private static final int BITS_A_CHARACTER = 5;
    private static final int CHARACTERS_A_LONG = Long.SIZE / BITS_A_CHARACTER;

    private final RandomGenerator random;

    /// Takes the bits of the ids from `random`.
    public RequestIds(RandomGenerator random) {
        this.random = random;
    }

    /// A new id.
    public String next() {
        byte[] id = new byte[LENGTH];
        long bits = 0;
        for (int i = 0; i < LENGTH; i++) {
            bits = i % CHARACTERS_A_LONG == 0 ? random.nextLong() : bits >>> BITS_A_CHARACTER;
            id[i] = ALPHABET[(int) (bits & (ALPHABET.length - 1))];
        }
        return new String(id, ISO_8859_1);
    }
}
