package dev.millrace.bench.http;

/// What the head of an answer says, as far as that matters here: its status, how long the body is,
/// whether the connection goes on.
final class ResponseHead {
    private static final int STATUS_FROM = "HTTP/1.1 ".length();
    private static final int STATUS_CHARS = 3;
    private static final int NO_CONTENT = 204;
    private static final int UNKNOWN = -1;

    private final byte[] bytes;
    private final int end;
    private int status;
    private int length = UNKNOWN;
    private boolean isChunked;
    private boolean isLast;

    /// Reads a head.
    ///
    /// @param end behind the empty line that it ends with
    ResponseHead(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
        read();
    }

    int status() {
        return status;
    }

    /// The number of bytes of the body, unless it comes in chunks.
    int length() {
        return length;
    }

    boolean isChunked() {
        return isChunked;
    }

    /// Whether the server closes the connection behind this answer.
    boolean isLast() {
        return isLast;
    }

    private void read() {
        status = number(STATUS_FROM, STATUS_FROM + STATUS_CHARS);
        int from = lineBehind(0);
        while (from < end) {
            int next = lineBehind(from);
            readHeader(from, next - 2);
            from = next;
        }
        if (length == UNKNOWN && !isChunked) {
            if (status != NO_CONTENT) {
                throw new BenchException("an answer has neither a length nor chunks");
            }
            length = 0;
        }
    }

    private void readHeader(int from, int to) {
        if (starts(from, to, "content-length:")) {
            length = number(from + "content-length:".length(), to);
        } else if (starts(from, to, "transfer-encoding: chunked")) {
            isChunked = true;
        } else if (starts(from, to, "connection: close")) {
            isLast = true;
        }
    }

    private boolean starts(int from, int to, String lowerCase) {
        if (to - from < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Character.toLowerCase(bytes[from + i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                number = number * 10 + bytes[i] - '0';
            }
        }
        return number;
    }

    private int lineBehind(int from) {
        int at = from;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }
}
