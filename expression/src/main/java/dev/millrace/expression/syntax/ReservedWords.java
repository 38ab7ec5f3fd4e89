package dev.millrace.expression.syntax;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that may not stand for an attribute without a placeholder (source: the DynamoDB
/// developer guide, "Reserved words"), listed in the resource `reserved-words.txt`.
final class ReservedWords {
    private static final Set<String> WORDS = load();

    private ReservedWords() {}

    /// Whether `name` is reserved, in whatever case.
    static boolean contains(String name) {
        return WORDS.contains(name.toUpperCase(Locale.ROOT));
    }

    /// The words in upper case.
    static Set<String> all() {
        return WORDS;
    }

    private static Set<String> load() {
        try (InputStream in =
                Objects.requireNonNull(
                        ReservedWords.class.getResourceAsStream("reserved-words.txt"))) {
            return new String(in.readAllBytes(), US_ASCII)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("reserved words cannot be read", e);
        }
    }
}
