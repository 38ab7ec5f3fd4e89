package dev.millrace.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.JsonStringEncoder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// An attribute name that is still UTF-8 inside an item's bytes. One object names all attributes of
/// an item in turn, so writing a name allocates nothing unless it has to be escaped.
final class Utf8Name implements SerializableString {
    private static final int FIRST_PRINTABLE = 0x20;

    private final byte[] bytes;
    private int start;
    private int length;

    Utf8Name(byte[] bytes) {
        this.bytes = bytes;
    }

    Utf8Name at(int start, int length) {
        this.start = start;
        this.length = length;
        return this;
    }

    // The generator asks for the text of each name and keeps it for its own error messages alone;
    // decoding it each time would be the only allocation left.
    @Override
    public String getValue() {
        return "";
    }

    @Override
    public int charLength() {
        return text().length();
    }

    @Override
    public char[] asQuotedChars() {
        return JsonStringEncoder.getInstance().quoteAsString(text());
    }

    @Override
    public byte[] asUnquotedUTF8() {
        return text().getBytes(UTF_8);
    }

    @Override
    public byte[] asQuotedUTF8() {
        return JsonStringEncoder.getInstance().quoteAsUTF8(text());
    }

    @Override
    public int appendQuotedUTF8(byte[] buffer, int offset) {
        if (length > buffer.length - offset || !isPlain()) {
            return -1;
        }
        System.arraycopy(bytes, start, buffer, offset, length);
        return length;
    }

    @Override
    public int appendQuoted(char[] buffer, int offset) {
        return append(asQuotedChars(), buffer, offset);
    }

    @Override
    public int appendUnquotedUTF8(byte[] buffer, int offset) {
        if (length > buffer.length - offset) {
            return -1;
        }
        System.arraycopy(bytes, start, buffer, offset, length);
        return length;
    }

    @Override
    public int appendUnquoted(char[] buffer, int offset) {
        return append(text().toCharArray(), buffer, offset);
    }

    @Override
    public int writeQuotedUTF8(OutputStream out) throws IOException {
        byte[] quoted = asQuotedUTF8();
        out.write(quoted);
        return quoted.length;
    }

    @Override
    public int writeUnquotedUTF8(OutputStream out) throws IOException {
        out.write(bytes, start, length);
        return length;
    }

    @Override
    public int putQuotedUTF8(ByteBuffer out) {
        return put(asQuotedUTF8(), out);
    }

    @Override
    public int putUnquotedUTF8(ByteBuffer out) {
        return put(asUnquotedUTF8(), out);
    }

    private String text() {
        return new String(bytes, start, length, UTF_8);
    }

    private boolean isPlain() {
        for (int i = start; i < start + length; i++) {
            byte unit = bytes[i];
            if (unit == '"' || unit == '\\' || (unit >= 0 && unit < FIRST_PRINTABLE)) {
                return false;
            }
        }
        return true;
    }

    private static int append(char[] text, char[] buffer, int offset) {
        if (text.length > buffer.length - offset) {
            return -1;
        }
        System.arraycopy(text, 0, buffer, offset, text.length);
        return text.length;
    }

    private static int put(byte[] text, ByteBuffer out) {
        if (text.length > out.remaining()) {
            return -1;
        }
        out.put(text);
        return text.length;
    }
}
