package dev.millrace.expression.ast;

import dev.millrace.model.value.AttributeValue;

/// The right-hand side of a `SET` action.
public sealed interface SetValue {
    /// A sum or a difference.
    record Arithmetic(ArithmeticOperator operator, Term left, Term right) implements SetValue {}

    /// What may stand alone or on either side of a sign.
    sealed interface Term extends SetValue {}

    /// The value at a path of the item before the update; an error if there is none.
    record Path(DocumentPath path) implements Term {}

    /// A value that the request gave.
    record Constant(AttributeValue value) implements Term {}

    /// The value at a path or, if there is none, the fallback.
    record IfNotExists(DocumentPath path, Term fallback) implements Term {}

    /// Two lists, one after the other.
    record ListAppend(Term first, Term second) implements Term {}
}
