package dev.millrace.expression.ast;

import dev.millrace.model.value.AttributeValue;

/// Something in a condition that has a value, or none, for a given item.
public sealed interface Operand {
    /// The value at a path of the item.
    record Path(DocumentPath path) implements Operand {}

    /// A value that the request gave.
    record Constant(AttributeValue value) implements Operand {}

    /// The size of another operand's value, a number.
    record Size(Operand of) implements Operand {}

    /// What a predicate says, a truth value. Only statements compare it with other values.
    record Truth(Predicate predicate) implements Operand {}
}
