package dev.millrace.wire;

/// Text that JSON can write and UTF-8 cannot: surrogates without a partner.
///
/// The model stores such a surrogate as `?`. Replacing it on the way in and on the way out keeps
/// two names that would be stored alike from counting as two.
final class Utf16 {
    private static final char REPLACEMENT = '?';

    private Utf16() {}

    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text, i);
            }
        }
        return text;
    }

    private static String replaced(String text, int from) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); ) {
            int point = text.codePointAt(i);
            boolean alone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            clean.appendCodePoint(alone ? REPLACEMENT : point);
            i += Character.charCount(point);
        }
        return clean.toString();
    }
}
