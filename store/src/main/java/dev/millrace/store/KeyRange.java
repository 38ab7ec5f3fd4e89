package dev.millrace.store;

import java.util.Arrays;
import java.util.HexFormat;

/// A contiguous range of keys in unsigned lexicographic order. Equal to another range with the same
/// bytes.
///
/// @param from the first key of the range, inclusive; an empty array is the first key there can be
/// @param to the end of the range, exclusive; an empty array means that the range has no end
// The arrays are compared by content below, and are never changed, by the convention of this
// package.
@SuppressWarnings("ArrayRecordComponent")
public record KeyRange(byte[] from, byte[] to) {

    private static final byte[] NONE = {};
    private static final KeyRange ALL = new KeyRange(NONE, NONE);

    /// The keys from `from` inclusive to `to` exclusive; an empty `to` means to the end.
    public static KeyRange of(byte[] from, byte[] to) {
        return new KeyRange(from, to);
    }

    /// The keys from `from` inclusive to the end.
    public static KeyRange startingAt(byte[] from) {
        return new KeyRange(from, NONE);
    }

    /// Every key.
    public static KeyRange all() {
        return ALL;
    }

    /// The keys that begin with `prefix`, `prefix` itself included. An empty prefix gives every
    /// key.
    public static KeyRange prefix(byte[] prefix) {
        return new KeyRange(prefix, firstKeyAfter(prefix));
    }

    /// Whether `key` lies in this range.
    public boolean contains(byte[] key) {
        return Arrays.compareUnsigned(key, from) >= 0
                && (isUnbounded() || Arrays.compareUnsigned(key, to) < 0);
    }

    /// Whether no key at all can lie in this range.
    public boolean isEmpty() {
        return !isUnbounded() && Arrays.compareUnsigned(from, to) >= 0;
    }

    /// Whether the range has no end.
    public boolean isUnbounded() {
        return to.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyRange that
                && Arrays.equals(from, that.from)
                && Arrays.equals(to, that.to);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return "[" + hex.formatHex(from) + ", " + (isUnbounded() ? "end" : hex.formatHex(to)) + ")";
    }

    // The prefix with its last byte below 0xFF raised by one and the rest cut off; nothing sorts
    // after a prefix of 0xFF only.
    private static byte[] firstKeyAfter(byte[] prefix) {
        int last = prefix.length - 1;
        while (last >= 0 && prefix[last] == (byte) 0xFF) {
            last--;
        }
        if (last < 0) {
            return NONE;
        }
        byte[] after = Arrays.copyOf(prefix, last + 1);
        after[last]++;
        return after;
    }
}
