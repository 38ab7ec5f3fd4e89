package dev.millrace.wire.shape;

/// As much of what a client sent as a message may repeat to it.
public final class Echo {
    /// The most characters that are repeated; what is left out shows as three points.
    public static final int CHARS_MAX = 4_096;

    private Echo() {}

    /// The text of `value`, cut if it is too long.
    public static String of(Object value) {
        String text = value.toString();
        return text.length() <= CHARS_MAX ? text : text.substring(0, CHARS_MAX) + "...";
    }
}
