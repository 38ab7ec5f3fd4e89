package dev.millrace.expression.ast;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Utf8;

import java.util.OptionalInt;

/// The order of strings by UTF-8 bytes, of numbers by value and of binary values by unsigned bytes.
/// Values of other types, or of different ones, have no order.
public final class ValueOrder {
    private ValueOrder() {}

    /// Negative, zero or positive as `left` is less than, equal to or greater than `right`; empty
    /// if they have no order.
    public static OptionalInt compare(AttributeValue left, AttributeValue right) {
        if (left instanceof AttributeValue.S(String a)
                && right instanceof AttributeValue.S(String b)) {
            return OptionalInt.of(Utf8.ORDER.compare(a, b));
        }
        if (left instanceof AttributeValue.N(var a) && right instanceof AttributeValue.N(var b)) {
            return OptionalInt.of(a.compareTo(b));
        }
        if (left instanceof AttributeValue.B(var a) && right instanceof AttributeValue.B(var b)) {
            return OptionalInt.of(a.compareTo(b));
        }
        return OptionalInt.empty();
    }

    /// Whether the two have an order and `left` comes after `right`.
    public static boolean isGreater(AttributeValue left, AttributeValue right) {
        return compare(left, right).orElse(0) > 0;
    }
}
