package dev.millrace.bench.http;

/// The body of an answer that comes in chunks, each with its length before it in hexadecimal.
final class Chunks {
    private static final int INCOMPLETE = -1;
    private static final int HEXADECIMAL = 16;

    private Chunks() {}

    /// Moves the contents of the chunks together if all have arrived.
    ///
    /// @param from where the first chunk begins, and then the body
    /// @param to where what has arrived ends
    /// @return where the body ends now; -1 if not all has arrived, and nothing has been moved
    static int join(byte[] bytes, int from, int to) {
        if (walk(bytes, from, to, false) == INCOMPLETE) {
            return INCOMPLETE;
        }
        return walk(bytes, from, to, true);
    }

    private static int walk(byte[] bytes, int from, int to, boolean moves) {
        int at = from;
        int joined = from;
        while (true) {
            int line = lineEnd(bytes, at, to);
            if (line == INCOMPLETE) {
                return INCOMPLETE;
            }
            int size = size(bytes, at, line);
            int content = line + 2;
            at = content + size + 2;
            if (at > to) {
                return INCOMPLETE;
            }
            if (size == 0) {
                return joined;
            }
            if (moves) {
                System.arraycopy(bytes, content, bytes, joined, size);
            }
            joined += size;
        }
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return INCOMPLETE;
    }

    // An extension may follow the size, behind a semicolon.
    private static int size(byte[] bytes, int from, int to) {
        int size = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(bytes[i], HEXADECIMAL);
            if (digit < 0) {
                break;
            }
            size = size * HEXADECIMAL + digit;
        }
        return size;
    }
}
