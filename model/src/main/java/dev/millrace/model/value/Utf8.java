package dev.millrace.model.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;

/// UTF-8 length and order of strings, without encoding them.
public final class Utf8 {
    /// Orders strings as their UTF-8 bytes are ordered, which is the order of their code points.
    public static final Comparator<String> ORDER = Utf8::compare;

    private Utf8() {}

    /// The number of bytes that the string takes in UTF-8; an unpaired surrogate counts as the `?`
    /// that replaces it.
    public static int length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                return text.getBytes(UTF_8).length;
            }
        }
        return bytes;
    }

    // UTF-16 order differs from code point order only where one unit is a surrogate and the other
    // is above them.
    private static int compare(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Integer.compare(rank(a), rank(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
