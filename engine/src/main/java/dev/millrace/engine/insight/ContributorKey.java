package dev.millrace.engine.insight;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// How keys are told apart and shown: as texts, one an attribute.
///
/// A long text is cut and ends in a hash of the whole, so that a key never takes up much, whoever
/// chose it.
final class ContributorKey {
    /// The longest text of one attribute, in characters.
    static final int TEXT_CHARS_MAX = 256;

    private static final int SHOWN_CHARS = TEXT_CHARS_MAX - 17;
    private static final long HASH_FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private ContributorKey() {}

    /// The texts of the values that `item` has there.
    static List<String> of(List<KeyAttribute> attributes, Item item) {
        List<String> texts = new ArrayList<>(attributes.size());
        for (KeyAttribute attribute : attributes) {
            texts.add(text(Objects.requireNonNull(item.get(attribute.name()))));
        }
        return texts;
    }

    /// The texts of these values.
    static List<String> of(List<AttributeValue> values) {
        return values.stream().map(ContributorKey::text).toList();
    }

    /// The text of a value that can be part of a key.
    static String text(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(var text) -> bounded(text);
            case AttributeValue.N(var number) -> number.toString();
            case AttributeValue.B(var binary) ->
                    bounded(Base64.getEncoder().encodeToString(binary.bytes()));
            default -> throw new IllegalArgumentException("no value of a key");
        };
    }

    private static String bounded(String text) {
        return text.length() <= TEXT_CHARS_MAX
                ? text
                : text.substring(0, SHOWN_CHARS) + "…%016x".formatted(hash(text));
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * HASH_FACTOR;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
