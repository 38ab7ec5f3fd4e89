package dev.millrace.store.tuple;

import java.util.Arrays;

/// A growing encoded tuple. Each call appends one element; the package describes the bytes.
///
/// For one thread.
public final class TupleWriter {

    /// The largest unsigned 32 bit integer.
    public static final long UINT32_MAX = 0xFFFF_FFFFL;

    private static final int UINT8_MAX = 0xFF;
    private static final int BYTES_AT_FIRST = 64;

    private byte[] bytes = new byte[BYTES_AT_FIRST];
    private int length;

    /// Appends an integer of one byte.
    ///
    /// @throws IllegalArgumentException if `value` is not within 0 and 255
    public TupleWriter uint8(int value) {
        requireWithin(value, UINT8_MAX);
        return append(value, Byte.BYTES);
    }

    /// Appends an integer of four bytes.
    ///
    /// @throws IllegalArgumentException if `value` is not within 0 and {@link #UINT32_MAX}
    public TupleWriter uint32(long value) {
        requireWithin(value, UINT32_MAX);
        return append(value, Integer.BYTES);
    }

    /// Appends an integer of eight bytes. All 64 bits count as unsigned, so a negative `value`
    /// sorts after every positive one.
    public TupleWriter uint64(long value) {
        return append(value, Long.BYTES);
    }

    /// Appends bytes as they are. The order of tuples holds only if this element always has the
    /// same length.
    public TupleWriter raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    /// Appends a byte string of any length, escaped and with its end mark.
    public TupleWriter bytes(byte[] value) {
        return bytesPrefix(value).zeroAnd(ByteStrings.END);
    }

    /// Appends the beginning of a byte string: escaped, without an end mark. The result begins
    /// exactly those tuples whose next byte string begins with `value`; it is for a range and
    /// cannot be read back.
    public TupleWriter bytesPrefix(byte[] value) {
        reserve(value.length);
        for (byte each : value) {
            if (each == ByteStrings.ZERO) {
                zeroAnd(ByteStrings.ESCAPED);
            } else {
                reserve(1);
                bytes[length++] = each;
            }
        }
        return this;
    }

    /// The bytes of the elements so far, as an array of their own.
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private TupleWriter zeroAnd(byte second) {
        reserve(2);
        bytes[length++] = ByteStrings.ZERO;
        bytes[length++] = second;
        return this;
    }

    private TupleWriter append(long value, int byteCount) {
        reserve(byteCount);
        for (int shift = (byteCount - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    private void reserve(int more) {
        int needed = Math.addExact(length, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
    }

    private static void requireWithin(long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(value + " is not within 0 and " + max);
        }
    }
}
