package dev.millrace.bench.table;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.bench.http.ResponseBuffer;

import java.util.Arrays;
import java.util.Optional;

/// Finds a text in the body of an answer without looking at every byte of it (Horspool's way: what
/// stands at the end of a window tells how far the next one may be).
public final class ByteSearch {
    private static final int BYTES = 256;

    private final byte[] text;
    private final int[] steps = new int[BYTES];

    private ByteSearch(byte[] text) {
        this.text = text;
        Arrays.fill(steps, text.length);
        for (int i = 0; i < text.length - 1; i++) {
            steps[text[i] & 0xFF] = text.length - 1 - i;
        }
    }

    /// A search for this text, in ASCII.
    public static ByteSearch of(String text) {
        return new ByteSearch(text.getBytes(US_ASCII));
    }

    /// How often the text stands in the body.
    public int count(ResponseBuffer body) {
        int count = 0;
        int at = find(body, body.bodyFrom());
        while (at >= 0) {
            count++;
            at = find(body, at + text.length);
        }
        return count;
    }

    /// Whether the text stands in the body.
    public boolean isIn(ResponseBuffer body) {
        return find(body, body.bodyFrom()) >= 0;
    }

    /// The string that follows the text, which is the name of a member with its quotes.
    public Optional<String> stringBehind(ResponseBuffer body) {
        int at = find(body, body.bodyFrom());
        if (at < 0) {
            return Optional.empty();
        }
        byte[] bytes = body.bytes();
        int from = at + text.length;
        while (from < body.bodyTo() && (bytes[from] == ':' || bytes[from] == ' ')) {
            from++;
        }
        if (from == body.bodyTo() || bytes[from] != '"') {
            return Optional.empty();
        }
        int to = from + 1;
        while (to < body.bodyTo() && bytes[to] != '"') {
            to++;
        }
        return Optional.of(new String(bytes, from + 1, to - from - 1, UTF_8));
    }

    private int find(ResponseBuffer body, int from) {
        byte[] bytes = body.bytes();
        int last = text.length - 1;
        int end = from + last;
        while (end < body.bodyTo()) {
            if (bytes[end] == text[last] && isAt(bytes, end - last)) {
                return end - last;
            }
            end += steps[bytes[end] & 0xFF];
        }
        return -1;
    }

    private boolean isAt(byte[] bytes, int from) {
        return Arrays.equals(bytes, from, from + text.length, text, 0, text.length);
    }
}
