package dev.millrace.expression.evaluate;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import org.jspecify.annotations.Nullable;

/// What the function `size` answers.
final class ValueSize {
    private ValueSize() {}

    /// The size in UTF-16 units, bytes, members, elements or entries; null for a type without size.
    static @Nullable AttributeValue of(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(String text) -> number(text.length());
            case AttributeValue.B(var binary) -> number(binary.length());
            case AttributeValue.SS(var members) -> number(members.size());
            case AttributeValue.NS(var members) -> number(members.size());
            case AttributeValue.BS(var members) -> number(members.size());
            case AttributeValue.L(var elements) -> number(elements.size());
            case AttributeValue.M(var entries) -> number(entries.size());
            case AttributeValue.N _, AttributeValue.Bool _, AttributeValue.Null _ -> null;
        };
    }

    private static AttributeValue number(int size) {
        return new AttributeValue.N(Decimal.of(size));
    }
}
