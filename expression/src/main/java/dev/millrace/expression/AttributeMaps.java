package dev.millrace.expression;

import dev.millrace.expression.bind.Placeholders;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExpressionAttributes;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.regex.Pattern;

/// The checks of `ExpressionAttributeNames` and `ExpressionAttributeValues` themselves.
final class AttributeMaps {
    private static final String NAMES = "ExpressionAttributeNames";
    private static final String VALUES = "ExpressionAttributeValues";
    private static final Pattern NAME = Pattern.compile("#[A-Za-z0-9_]+");
    private static final Pattern VALUE = Pattern.compile(":[A-Za-z0-9_]+");

    private AttributeMaps() {}

    /// The placeholders that the maps define.
    ///
    /// @throws ApiException if a map is empty or has a key that is no placeholder
    static Placeholders placeholders(ExpressionAttributes attributes, ErrorEnvelope envelope) {
        return new Placeholders(
                checked(NAMES, attributes.names(), NAME, envelope),
                checked(VALUES, attributes.values(), VALUE, envelope));
    }

    /// Requires that there are no maps, as there is no expression.
    ///
    /// @throws ApiException if there is one
    static void requireNone(ExpressionAttributes attributes, ErrorEnvelope envelope) {
        requireAbsent(NAMES, attributes.names(), envelope);
        requireAbsent(VALUES, attributes.values(), envelope);
    }

    private static void requireAbsent(
            String member, @Nullable Map<String, ?> map, ErrorEnvelope envelope) {
        if (map != null) {
            throw envelope.fault(member + " can only be specified when using expressions");
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
            if (!pattern.matcher(key).matches()) {
                throw envelope.fault(
                        member + " contains invalid key: Syntax error; key: \"" + key + "\"");
            }
        }
        return map;
    }
}
