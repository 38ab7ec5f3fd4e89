package dev.millrace.model.value;

import java.util.Arrays;
import java.util.HexFormat;

/// An unchanging sequence of bytes, ordered as unsigned bytes.
public final class Binary implements Comparable<Binary> {
    private final byte[] bytes;

    private Binary(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Wraps `bytes` without a copy; the caller does not change them afterwards.
    public static Binary of(byte[] bytes) {
        return new Binary(bytes);
    }

    /// The bytes themselves, not a copy; they must not be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// The number of bytes.
    public int length() {
        return bytes.length;
    }

    @Override
    public int compareTo(Binary other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Binary that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
