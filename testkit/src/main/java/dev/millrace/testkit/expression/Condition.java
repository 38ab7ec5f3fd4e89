package dev.millrace.testkit.expression;

import dev.millrace.model.value.AttributeValue;

import java.util.List;

/// A condition or filter as a tree.
public sealed interface Condition {
    /// `left comparator right`.
    record Comparison(Operand left, Comparator comparator, Operand right) implements Condition {}

    /// `operand BETWEEN lower AND upper`.
    record Between(Operand operand, Operand lower, Operand upper) implements Condition {}

    /// `operand IN (candidates)`; at least one candidate.
    record In(Operand operand, List<Operand> candidates) implements Condition {}

    /// `attribute_exists(path)`.
    record Exists(DocumentPath path) implements Condition {}

    /// `attribute_not_exists(path)`.
    record NotExists(DocumentPath path) implements Condition {}

    /// `attribute_type(path, type)`.
    record HasType(DocumentPath path, AttributeValue.Type valueType) implements Condition {}

    /// `begins_with(path, prefix)`; the prefix is a string or binary.
    record BeginsWith(DocumentPath path, AttributeValue prefix) implements Condition {}

    /// `contains(path, element)`.
    record Contains(DocumentPath path, AttributeValue element) implements Condition {}

    /// Both conditions hold.
    record And(Condition left, Condition right) implements Condition {}

    /// At least one of the conditions holds.
    record Or(Condition left, Condition right) implements Condition {}

    /// The condition does not hold.
    record Not(Condition condition) implements Condition {}
}
