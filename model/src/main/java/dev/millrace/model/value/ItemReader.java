package dev.millrace.model.value;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/// A cursor over the canonical bytes of an item, for those who need no tree of values: sizing,
/// JSON, keys.
///
/// The caller follows the grammar: a count, then as many names and values; of a value its code,
/// then what the code promises. Reading past the end throws [CorruptItemException].
public final class ItemReader {
    private static final int COUNT_SHIFT_MAX = 28;

    private final byte[] bytes;
    private final int end;
    private int position;

    /// Reads all of `bytes`.
    public ItemReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /// Reads the bytes from `start` inclusive to `end` exclusive.
    public ItemReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /// The array that is read, for callers that take a text or binary without copying it.
    public byte[] array() {
        return bytes;
    }

    /// Where in [#array()] the next byte stands.
    public int position() {
        return position;
    }

    /// Whether nothing is left.
    public boolean atEnd() {
        return position == end;
    }

    /// Reads the code of a value, one of [ValueCode].
    public byte readCode() {
        if (position >= end) {
            throw new CorruptItemException("item ends inside a value");
        }
        return bytes[position++];
    }

    /// Reads a count of entries, elements or bytes.
    public int readCount() {
        int count = 0;
        for (int shift = 0; shift <= COUNT_SHIFT_MAX; shift += 7) {
            byte part = readCode();
            count |= (part & 0x7F) << shift;
            if (part >= 0) {
                if (count < 0) {
                    break;
                }
                return count;
            }
        }
        throw new CorruptItemException("item has a count that is out of range");
    }

    /// Reads the length of a text, number or binary; its bytes start at [#position()] and are to be
    /// passed by [#skip].
    public int readLength() {
        int length = readCount();
        if (length > end - position) {
            throw new CorruptItemException("item has a length beyond its end");
        }
        return length;
    }

    /// Passes over `count` bytes.
    public void skip(int count) {
        position += count;
    }

    /// Reads a text.
    public String readText() {
        int length = readLength();
        String text = new String(bytes, position, length, UTF_8);
        position += length;
        return text;
    }

    /// Reads the digits of a number.
    public Decimal readNumber() {
        int length = readNumberLength();
        String digits = new String(bytes, position, length, ISO_8859_1);
        position += length;
        return Decimal.ofNormal(digits);
    }

    /// Reads the length of the digits of a number, of which there is at least one.
    int readNumberLength() {
        int length = readLength();
        if (length == 0) {
            throw new CorruptItemException("item has a number without digits");
        }
        return length;
    }

    /// Reads a binary.
    public Binary readBinary() {
        int length = readLength();
        byte[] copy = new byte[length];
        System.arraycopy(bytes, position, copy, 0, length);
        position += length;
        return Binary.of(copy);
    }

    /// Passes over one whole value.
    public void skipValue() {
        byte code = readCode();
        switch (code) {
            case ValueCode.STRING, ValueCode.NUMBER, ValueCode.BINARY -> skip(readLength());
            case ValueCode.TRUE, ValueCode.FALSE, ValueCode.NULL -> {}
            case ValueCode.STRING_SET, ValueCode.NUMBER_SET, ValueCode.BINARY_SET -> skipMembers();
            case ValueCode.LIST -> skipElements();
            case ValueCode.MAP -> skipEntries();
            default -> throw CorruptItemException.unknownCode(code);
        }
    }

    private void skipMembers() {
        for (int left = readCount(); left > 0; left--) {
            skip(readLength());
        }
    }

    private void skipElements() {
        for (int left = readCount(); left > 0; left--) {
            skipValue();
        }
    }

    private void skipEntries() {
        for (int left = readCount(); left > 0; left--) {
            skip(readLength());
            skipValue();
        }
    }
}
