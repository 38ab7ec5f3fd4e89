package dev.millrace.transfer.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/// Lines of comma-separated values (RFC 4180): a field between quotation marks may have delimiters
/// and line ends, and quotation marks if they are doubled. Empty lines are passed over.
final class CsvReader {
    private static final char QUOTE = '"';
    private static final int END = -1;

    private final Reader input;
    private final char delimiter;
    private final StringBuilder field = new StringBuilder();
    private int ahead;
    private boolean isBegun;
    private long bytes;

    CsvReader(InputStream input, char delimiter) {
        this.input = new BufferedReader(new InputStreamReader(input, UTF_8));
        this.delimiter = delimiter;
    }

    /// The fields of the next line; null if there is none.
    @Nullable List<String> next() throws IOException {
        begin();
        bytes = 0;
        while (ahead == '\n' || ahead == '\r') {
            advance();
        }
        return ahead == END ? null : line();
    }

    /// How many bytes the last line had.
    long bytes() {
        return bytes;
    }

    private List<String> line() throws IOException {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(ahead == QUOTE ? quoted() : plain());
            if (ahead != delimiter) {
                skipLineEnd();
                return fields;
            }
            advance();
        }
    }

    private String plain() throws IOException {
        field.setLength(0);
        while (ahead != delimiter && !isLineEnd()) {
            append();
        }
        return field.toString();
    }

    private String quoted() throws IOException {
        field.setLength(0);
        advance();
        while (true) {
            if (ahead == END) {
                throw new MalformedObjectException("a quotation mark is not closed", null);
            }
            if (ahead != QUOTE) {
                append();
                continue;
            }
            advance();
            if (ahead != QUOTE) {
                return afterQuote();
            }
            append();
        }
    }

    private String afterQuote() {
        if (ahead != delimiter && !isLineEnd()) {
            throw new MalformedObjectException("text follows a closed quotation mark", null);
        }
        return field.toString();
    }

    private void skipLineEnd() throws IOException {
        if (ahead == '\r') {
            advance();
        }
        if (ahead == '\n') {
            advance();
        }
    }

    private boolean isLineEnd() {
        return ahead == '\n' || ahead == '\r' || ahead == END;
    }

    private void append() throws IOException {
        if (bytes > ItemSource.RECORD_BYTES_MAX) {
            throw new MalformedObjectException("a line is too long for an item", null);
        }
        field.append((char) ahead);
        advance();
    }

    private void begin() throws IOException {
        if (!isBegun) {
            isBegun = true;
            ahead = input.read();
        }
    }

    // Half of a pair of surrogates counts for half of its four bytes.
    private void advance() throws IOException {
        boolean isHalf = ahead >= Character.MIN_SURROGATE && ahead <= Character.MAX_SURROGATE;
        bytes += ahead < 0x80 ? 1 : ahead < 0x800 || isHalf ? 2 : 3;
        ahead = input.read();
    }
}
