package dev.millrace.expression;

import dev.millrace.expression.bind.Placeholders;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.model.value.Utf8;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.regex.Pattern;

/// The checks of `ExpressionAttributeNames` and `ExpressionAttributeValues` themselves.
final class AttributeMaps {
    /// The longest placeholder, its `#` or `:` included.
    static final int KEY_CHARS_MAX = 255;

    /// The most bytes that names and values with their placeholders may have together.
    static final long BYTES_MAX = 2 << 20;

    private static final String NAMES = "ExpressionAttributeNames";
    private static final String VALUES = "ExpressionAttributeValues";
    private static final Pattern NAME = Pattern.compile("#[A-Za-z0-9_]+");
    private static final Pattern VALUE = Pattern.compile(":[A-Za-z0-9_]+");

    private AttributeMaps() {}

    /// The placeholders that the maps define.
    ///
    /// @throws ApiException if a map is empty or has a key that is no placeholder, or if what a
    ///   placeholder stands for is no attribute name or no value
    static Placeholders placeholders(ExpressionAttributes attributes, ErrorEnvelope envelope) {
        Map<String, String> names = checked(NAMES, attributes.names(), NAME, envelope);
        requireNoneEmpty(names, envelope);
        Map<String, AttributeValue> values = checked(VALUES, attributes.values(), VALUE, envelope);
        if (attributes.valueFault() != null) {
            throw attributes.valueFault();
        }
        requireSizes(names, values, envelope);
        return new Placeholders(names, values);
    }

    private static void requireSizes(
            Map<String, String> names, Map<String, AttributeValue> values, ErrorEnvelope envelope) {
        long ofNames = 0;
        for (Map.Entry<String, String> name : names.entrySet()) {
            ofNames += Utf8.length(name.getKey()) + Utf8.length(name.getValue());
        }
        long ofValues = 0;
        for (Map.Entry<String, AttributeValue> value : values.entrySet()) {
            ofValues += Utf8.length(value.getKey()) + Item.sizeBytes(value.getValue());
        }
        requireSize(NAMES, ofNames, envelope);
        requireSize(VALUES, ofValues, envelope);
        requireSize("Combined size of " + NAMES + " and " + VALUES, ofNames + ofValues, envelope);
    }

    private static void requireSize(String what, long bytes, ErrorEnvelope envelope) {
        if (bytes > BYTES_MAX) {
            throw envelope.fault(what + " exceeds max size");
        }
    }

    private static void requireNoneEmpty(Map<String, String> names, ErrorEnvelope envelope) {
        names.forEach((key, name) -> {
            if (name.isEmpty()) {
                throw envelope.fault(
                        NAMES + " contains invalid value: Empty attribute name for key " + key);
            }
        });
    }

    // AWS tells how long a key is for names alone.
    private static void requireKeySize(String member, String key, ErrorEnvelope envelope) {
        if (key.length() > KEY_CHARS_MAX) {
            throw envelope.fault(
                    member
                            + " contains invalid key: The expression attribute map contains a key"
                            + " that is too long;"
                            + (member.equals(NAMES) ? " size of key: " + key.length() : ""));
        }
    }

    private static <V> Map<String, V> checked(
            String member, @Nullable Map<String, V> map, Pattern pattern, ErrorEnvelope envelope) {
        if (map == null) {
            return Map.of();
        }
        if (map.isEmpty()) {
            throw envelope.fault(member + " must not be empty");
        }
        for (String key : map.keySet()) {
            requireKeySize(member, key, envelope);
            if (!pattern.matcher(key).matches()) {
                throw envelope.fault(
                        member + " contains invalid key: Syntax error; key: \"" + key + "\"");
            }
        }
        return map;
    }
}
