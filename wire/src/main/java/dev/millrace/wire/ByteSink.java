package dev.millrace.wire;

import java.io.OutputStream;
import java.util.Arrays;

/// A growing array of bytes that shows its array instead of copying it, and can be used again.
final class ByteSink extends OutputStream {
    private static final int INITIAL_BYTES = 4_096;
    // An array beyond this size is let go on reuse, so that one large answer does not stay for
    // good.
    private static final int KEPT_BYTES_MAX = 1024 * 1024;

    private byte[] array = new byte[INITIAL_BYTES];
    private int length;

    @Override
    public void write(int value) {
        reserve(1);
        array[length++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        reserve(count);
        System.arraycopy(source, offset, array, length, count);
        length += count;
    }

    void reset() {
        length = 0;
        if (array.length > KEPT_BYTES_MAX) {
            array = new byte[INITIAL_BYTES];
        }
    }

    int length() {
        return length;
    }

    byte[] array() {
        return array;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(array, length);
    }

    private void reserve(int count) {
        int needed = Math.addExact(length, count);
        if (needed > array.length) {
            array =
                    Arrays.copyOf(
                            array,
                            (int)
                                    Math.min(
                                            Math.max(array.length * 2L, needed),
                                            Integer.MAX_VALUE - 8L));
        }
    }
}
