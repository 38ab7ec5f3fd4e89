package dev.millrace.testkit.expression;

import dev.millrace.model.value.AttributeValue;

/// One action of an update expression.
public sealed interface UpdateAction {
    /// The path that the action changes.
    DocumentPath path();

    /// Whether the action can only take something away, so that it alone creates no item.
    default boolean isClearing() {
        return switch (this) {
            case Set _, Add _ -> false;
            case Remove _, Delete _ -> true;
        };
    }

    /// `SET path = value`.
    record Set(DocumentPath path, SetValue value) implements UpdateAction {}

    /// `REMOVE path`.
    record Remove(DocumentPath path) implements UpdateAction {}

    /// `ADD path operand`; the operand is a number or a set.
    record Add(DocumentPath path, AttributeValue operand) implements UpdateAction {}

    /// `DELETE path members`; the operand is a set.
    record Delete(DocumentPath path, AttributeValue members) implements UpdateAction {}
}
