package dev.millrace.model.request;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// An item that a bulk operation is to put.
///
/// @param condition an expression that what is there must meet; null for none
public record ConditionalPut(
        Item item, @Nullable String condition, ExpressionAttributes attributes) {
    /// An item that is put whatever is there.
    public static ConditionalPut of(Item item) {
        return new ConditionalPut(item, null, ExpressionAttributes.NONE);
    }
}
