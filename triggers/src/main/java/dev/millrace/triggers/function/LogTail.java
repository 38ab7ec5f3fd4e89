package dev.millrace.triggers.function;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Base64;

/// The end of what a function logs for one invocation, as callers of Invoke may ask for it. Safe
/// for many threads.
public final class LogTail {
    /// The most bytes that are kept (lambda-esm reference, section 13.1).
    public static final int BYTES_MAX = 4 << 10;

    private final byte[] kept = new byte[2 * BYTES_MAX];
    private int length;

    /// Adds to the log.
    public synchronized void append(byte[] bytes) {
        int begin = Math.max(0, bytes.length - BYTES_MAX);
        int count = bytes.length - begin;
        if (length + count > kept.length) {
            System.arraycopy(kept, length - BYTES_MAX, kept, 0, BYTES_MAX);
            length = BYTES_MAX;
        }
        System.arraycopy(bytes, begin, kept, length, count);
        length += count;
    }

    /// The end of the log in Base64.
    public synchronized String base64() {
        byte[] end = Arrays.copyOfRange(kept, Math.max(0, length - BYTES_MAX), length);
        return new String(Base64.getEncoder().encode(end), ISO_8859_1);
    }
}
