package dev.millrace.benchmarks.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// The bytes of one answer as they arrive.
public final class ResponseBuffer {
    private static final int BYTES_FIRST = 8 * 1024;
    private static final int STATUS_FROM = "HTTP/1.1 ".length();
    private static final int STATUS_TO = STATUS_FROM + 3;
    private static final String LENGTH_NAME = "\r\ncontent-length:";

    private byte[] bytes = new byte[BYTES_FIRST];
    private int size;
    private int status;
    private int bodyFrom;
    private int bodyTo;

    /// Forgets the answer, for the next one.
    public void clear() {
        size = 0;
        bodyFrom = 0;
    }

    /// Takes over what has arrived.
    public void append(ByteBuffer arrived) {
        int count = arrived.remaining();
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
        }
        arrived.get(bytes, size, count);
        size += count;
    }

    /// Whether the whole answer has arrived.
    public boolean isComplete() {
        if (bodyFrom == 0) {
            readHead();
        }
        return bodyFrom > 0 && size >= bodyTo;
    }

    /// The HTTP status of a complete answer.
    public int status() {
        return status;
    }

    /// The body of a complete answer.
    public byte[] body() {
        return Arrays.copyOfRange(bytes, bodyFrom, bodyTo);
    }

    private void readHead() {
        int end = endOfHead();
        if (end > 0) {
            String head = new String(bytes, 0, end, StandardCharsets.US_ASCII);
            status = Integer.parseInt(head.substring(STATUS_FROM, STATUS_TO));
            bodyFrom = end;
            bodyTo = end + length(head.toLowerCase(Locale.ROOT));
        }
    }

    private int endOfHead() {
        for (int i = 3; i < size; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private static int length(String head) {
        int name = head.indexOf(LENGTH_NAME);
        if (name < 0) {
            throw new LoadException("an answer has no content length");
        }
        int from = name + LENGTH_NAME.length();
        return Integer.parseInt(head.substring(from, head.indexOf("\r\n", from)).strip());
    }
}
