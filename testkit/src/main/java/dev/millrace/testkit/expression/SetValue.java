package dev.millrace.testkit.expression;

import dev.millrace.model.value.AttributeValue;

/// The right-hand side of a SET action.
public sealed interface SetValue {
    /// `left + right`, both numbers.
    record Plus(Term left, Term right) implements SetValue {}

    /// `left - right`, both numbers.
    record Minus(Term left, Term right) implements SetValue {}

    /// A right-hand side without arithmetic.
    sealed interface Term extends SetValue {}

    /// The value that the item had at this path before the update.
    record Stored(DocumentPath path) implements Term {}

    /// A value given with the request.
    record Literal(AttributeValue value) implements Term {}

    /// `if_not_exists(path, fallback)`.
    record IfNotExists(DocumentPath path, Term fallback) implements Term {}

    /// `list_append(first, second)`.
    record ListAppend(Term first, Term second) implements Term {}
}
