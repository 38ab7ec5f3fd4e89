package dev.millrace.expression.ast;

import dev.millrace.model.value.AttributeValue;

import java.util.List;

/// What a condition or filter says of an item: true or false.
public sealed interface Predicate {
    /// True of every item.
    Predicate ALWAYS = new And(List.of());

    /// True when all terms are; true if there are none.
    record And(List<Predicate> terms) implements Predicate {}

    /// True when at least one term is.
    record Or(List<Predicate> terms) implements Predicate {}

    /// True when the term is not.
    record Not(Predicate term) implements Predicate {}

    /// True when the comparison holds between the two operands.
    record Comparison(ComparisonOperator operator, Operand left, Operand right)
            implements Predicate {}

    /// True when the operand lies between the bounds, both of them included.
    record Between(Operand operand, Operand lower, Operand upper) implements Predicate {}

    /// True when the operand equals one of the candidates.
    record In(Operand operand, List<Operand> candidates) implements Predicate {}

    /// True when there is a value at the path.
    record AttributeExists(DocumentPath path) implements Predicate {}

    /// True when there is no value at the path.
    record AttributeNotExists(DocumentPath path) implements Predicate {}

    /// True when the operand has a value of this type.
    record AttributeType(Operand operand, AttributeValue.Type type) implements Predicate {}

    /// True when the operand, a string or binary value, begins with the prefix.
    record BeginsWith(Operand operand, Operand prefix) implements Predicate {}

    /// True when the operand, a string, binary value, set or list, contains the part.
    record Contains(Operand operand, Operand part) implements Predicate {}
}
