package dev.millrace.model.request;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What the placeholders of a request's expressions stand for: `ExpressionAttributeNames` (`#name`
/// to attribute name) and `ExpressionAttributeValues` (`:value` to value). Null means that the
/// member was not given.
public record ExpressionAttributes(
        @Nullable Map<String, String> names, @Nullable Map<String, AttributeValue> values) {
    /// No placeholders given.
    public static final ExpressionAttributes NONE = new ExpressionAttributes(null, null);
}
