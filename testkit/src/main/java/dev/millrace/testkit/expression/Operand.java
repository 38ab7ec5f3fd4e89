package dev.millrace.testkit.expression;

import dev.millrace.model.value.AttributeValue;

/// What a condition compares: a stored value, a value of the request, or the size of a stored one.
public sealed interface Operand {
    /// The value that the item has at this path.
    record Stored(DocumentPath path) implements Operand {}

    /// A value given with the request.
    record Literal(AttributeValue value) implements Operand {}

    /// `size(path)`: the size of the value that the item has at this path.
    record Size(DocumentPath path) implements Operand {}
}
