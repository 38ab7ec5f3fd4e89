package dev.millrace.store.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Keys, values and pairs as text, one character for each byte, so that tests can be read.
public final class Texts {

    private Texts() {}

    public static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    public static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    public static KeyRange range(String from, String to) {
        return KeyRange.of(bytes(from), bytes(to));
    }

    /// The value at `key` as text, or null.
    public static @Nullable String get(Reader reader, Family family, String key) {
        byte[] value = reader.get(family, bytes(key));
        return value == null ? null : text(value);
    }

    /// The pairs that a scan comes upon, each as `key=value`.
    public static List<String> scan(
            Reader reader, Family family, KeyRange range, Direction direction) {
        List<String> pairs = new ArrayList<>();
        try (Cursor cursor = reader.scan(family, range, direction)) {
            while (cursor.next()) {
                pairs.add(text(cursor.key()) + "=" + text(cursor.value()));
            }
        }
        return pairs;
    }

    /// All pairs of a family in ascending order, each as `key=value`.
    public static List<String> all(Reader reader, Family family) {
        return scan(reader, family, KeyRange.all(), Direction.ASCENDING);
    }
}
