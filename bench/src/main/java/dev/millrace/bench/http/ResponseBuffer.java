package dev.millrace.bench.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The bytes of one answer as they arrive. They are kept in one array, to be looked at there; it
/// grows to the largest answer.
public final class ResponseBuffer {
    private static final int BYTES_FIRST = 8 * 1024;
    private static final int OK = 200;
    private static final int UNKNOWN = -1;

    private byte[] bytes = new byte[BYTES_FIRST];
    private int size;
    private int searched;
    private @Nullable ResponseHead head;
    private int bodyFrom;
    private int bodyTo;

    /// Forgets the answer, for the next one.
    public void clear() {
        size = 0;
        searched = 0;
        head = null;
        bodyTo = UNKNOWN;
    }

    /// Takes over what has arrived.
    public void append(ByteBuffer arrived) {
        int count = arrived.remaining();
        reserve(count);
        arrived.get(bytes, size, count);
        size += count;
    }

    /// Takes over the first `count` bytes of an array.
    void append(byte[] arrived, int count) {
        reserve(count);
        System.arraycopy(arrived, 0, bytes, size, count);
        size += count;
    }

    /// Whether the whole answer has arrived.
    public boolean isComplete() {
        ResponseHead read = head == null ? findHead() : head;
        if (read == null) {
            return false;
        }
        if (bodyTo == UNKNOWN) {
            bodyTo =
                    read.isChunked()
                            ? Chunks.join(bytes, bodyFrom, size)
                            : bodyFrom + read.length();
        }
        return bodyTo != UNKNOWN && (read.isChunked() || size >= bodyTo);
    }

    /// Whether not a byte has arrived yet.
    boolean isEmpty() {
        return size == 0;
    }

    /// The HTTP status of a complete answer.
    public int status() {
        return complete().status();
    }

    /// Whether a complete answer has status 200.
    public boolean isOk() {
        return status() == OK;
    }

    /// Whether the server closes the connection behind a complete answer.
    public boolean isLast() {
        return complete().isLast();
    }

    /// The array that the body of a complete answer is in, until the next answer.
    public byte[] bytes() {
        return bytes;
    }

    /// Where the body begins.
    public int bodyFrom() {
        return bodyFrom;
    }

    /// Where the body ends.
    public int bodyTo() {
        return bodyTo;
    }

    /// The size of the body in bytes.
    public int bodyBytes() {
        return bodyTo - bodyFrom;
    }

    /// The body of a complete answer as text.
    public String text() {
        return new String(bytes, bodyFrom, bodyBytes(), UTF_8);
    }

    private ResponseHead complete() {
        ResponseHead read = head;
        if (read == null) {
            throw new IllegalStateException("the answer is not complete");
        }
        return read;
    }

    private void reserve(int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
        }
    }

    private @Nullable ResponseHead findHead() {
        for (int i = Math.max(3, searched); i < size; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                bodyFrom = i + 1;
                bodyTo = UNKNOWN;
                head = new ResponseHead(bytes, bodyFrom - 2);
                return head;
            }
        }
        searched = size;
        return null;
    }
}
