package dev.millrace.engine.operation;

import dev.millrace.engine.shard.StreamRetention;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.table.Tag;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What tags may look like and how many a table may have (dynamodb-api reference, sections 4 and
/// 16).
final class TagRules {
    /// The most tags of one table.
    static final int TAGS_MAX = 50;

    private static final int KEY_CHARS_MAX = 128;
    private static final int VALUE_CHARS_MAX = 256;
    private static final String RESERVED_PREFIX = "aws:";
    private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private TagRules() {}

    /// The tags as values by keys, if each is well-formed and no key is given twice.
    static NavigableMap<String, String> checked(List<Tag> tags) {
        requireCount(tags.size());
        NavigableMap<String, String> checked = new TreeMap<>();
        for (Tag tag : tags) {
            String key = checkedKey(tag.key());
            if (checked.put(key, checkedValue(tag.value())) != null) {
                throw ApiException.validation(
                        "Duplicate Tag Keys provided as input: Duplicate Tag Key found " + key);
            }
        }
        StreamRetention.check(checked);
        return checked;
    }

    /// The tags `present` with `added` over them, if that are not too many.
    static Map<String, String> merged(Map<String, String> present, Map<String, String> added) {
        NavigableMap<String, String> merged = new TreeMap<>(present);
        merged.putAll(added);
        requireCount(merged.size());
        return merged;
    }

    /// Refuses more tags than a table can have.
    static void requireCount(int count) {
        if (count > TAGS_MAX) {
            throw ApiException.validation(
                    "Number of Tags exceed the current limit for the provided ResourceArn");
        }
    }

    /// Passes on the key of a tag if it is well-formed.
    static String checkedKey(@Nullable String key) {
        if (key == null || key.isEmpty() || !fits(key, KEY_CHARS_MAX)) {
            throw ApiException.validation("The Tag Key provided is invalid, Key: " + key);
        }
        if (key.startsWith(RESERVED_PREFIX)) {
            throw ApiException.validation("Tag Key cannot be prefixed with aws:, Key: " + key);
        }
        return key;
    }

    private static String checkedValue(@Nullable String value) {
        if (value == null || !fits(value, VALUE_CHARS_MAX)) {
            throw ApiException.validation("The Tag Value provided is invalid, Value: " + value);
        }
        return Objects.requireNonNull(value);
    }

    private static boolean fits(String text, int charsMax) {
        return text.length() <= charsMax && CHARACTERS.matcher(text).matches();
    }
}
