package dev.millrace.store.tuple;

import java.util.Arrays;

/// A position in an encoded tuple. Each call reads one element, which must be of the type that was
/// written there.
///
/// For one thread. Every method throws {@link MalformedTupleException} where the bytes cannot be
/// such an element.
public final class TupleReader {

    private final byte[] tuple;
    private int position;

    /// A reader at the first element of `tuple`.
    public TupleReader(byte[] tuple) {
        this.tuple = tuple;
    }

    /// Reads an integer of one byte: 0 to 255.
    public int uint8() {
        return (int) bigEndian(Byte.BYTES);
    }

    /// Reads an integer of four bytes: 0 to {@link TupleWriter#UINT32_MAX}.
    public long uint32() {
        return bigEndian(Integer.BYTES);
    }

    /// Reads an integer of eight bytes, whose 64 bits are unsigned.
    public long uint64() {
        return bigEndian(Long.BYTES);
    }

    /// Reads `length` bytes as they are.
    public byte[] raw(int length) {
        requireRemaining(length);
        position += length;
        return Arrays.copyOfRange(tuple, position - length, position);
    }

    /// Reads a byte string, without its escapes and its end mark.
    public byte[] bytes() {
        byte[] value = new byte[lengthOfBytes()];
        for (int i = 0; i < value.length; i++) {
            value[i] = tuple[position];
            position += value[i] == ByteStrings.ZERO ? 2 : 1;
        }
        position += 2;
        return value;
    }

    /// How many bytes have not been read yet.
    public int remaining() {
        return tuple.length - position;
    }

    /// Checks that everything has been read.
    public void requireEnd() {
        if (remaining() > 0) {
            throw malformed("tuple goes on after its last element");
        }
    }

    // The length of the byte string at the position; finds its end mark and checks every escape on
    // the way.
    private int lengthOfBytes() {
        int length = 0;
        for (int at = position; at < tuple.length; at++) {
            if (tuple[at] == ByteStrings.ZERO) {
                at++;
                if (at < tuple.length && tuple[at] == ByteStrings.END) {
                    return length;
                }
                if (at < tuple.length && tuple[at] != ByteStrings.ESCAPED) {
                    throw malformed("byte string in a tuple has an unknown escape");
                }
            }
            length++;
        }
        throw malformed("byte string in a tuple has no end mark");
    }

    private long bigEndian(int byteCount) {
        requireRemaining(byteCount);
        long value = 0;
        for (int i = 0; i < byteCount; i++) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(tuple[position++]);
        }
        return value;
    }

    private void requireRemaining(int byteCount) {
        if (byteCount > remaining()) {
            throw malformed("tuple ends within an element");
        }
    }

    private RuntimeException malformed(String message) {
        return new MalformedTupleException(message, tuple, position);
    }
}
