package dev.millrace.model.request;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What the placeholders of a request's expressions stand for: `ExpressionAttributeNames` (`#name`
/// to attribute name) and `ExpressionAttributeValues` (`:value` to value). Null means that the
/// member was not given.
///
/// @param valueFault what is wrong with a value, answered once the placeholders themselves have
///   been checked; null if nothing is
public record ExpressionAttributes(
        @Nullable Map<String, String> names,
        @Nullable Map<String, AttributeValue> values,
        @Nullable ApiException valueFault) {
    /// No placeholders given.
    public static final ExpressionAttributes NONE = new ExpressionAttributes(null, null);

    /// Placeholders for names and for valid values.
    public ExpressionAttributes(
            @Nullable Map<String, String> names, @Nullable Map<String, AttributeValue> values) {
        this(names, values, null);
    }
}
