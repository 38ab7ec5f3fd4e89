package dev.millrace.transfer.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Texts in paths and queries, as the signature wants them: everything but letters, digits and four
/// signs becomes `%` and two digits (RFC 3986).
final class PercentEncoding {
    private static final String PLAIN = "-._~";

    private PercentEncoding() {}

    static String of(String text) {
        return encode(text, PLAIN);
    }

    /// The same for a path, whose slashes stay.
    static String ofPath(String text) {
        return encode(text, PLAIN + "/");
    }

    private static String encode(String text, String plain) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(UTF_8)) {
            char character = (char) (octet & 0xff);
            if (isAlphanumeric(character) || plain.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append("%%%02X".formatted(octet & 0xff));
            }
        }
        return encoded.toString();
    }

    private static boolean isAlphanumeric(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
