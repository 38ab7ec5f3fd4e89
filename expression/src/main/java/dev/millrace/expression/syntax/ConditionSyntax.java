package dev.millrace.expression.syntax;

import dev.millrace.expression.ast.ComparisonOperator;

import java.util.List;

/// Something written that is true or false.
public sealed interface ConditionSyntax extends SyntaxNode
        permits FunctionSyntax,
                ConditionSyntax.And,
                ConditionSyntax.Or,
                ConditionSyntax.Not,
                ConditionSyntax.Comparison,
                ConditionSyntax.Between,
                ConditionSyntax.In {
    /// Terms joined by `AND`.
    record And(List<ConditionSyntax> terms) implements ConditionSyntax {}

    /// Terms joined by `OR`.
    record Or(List<ConditionSyntax> terms) implements ConditionSyntax {}

    /// A term after `NOT`.
    record Not(ConditionSyntax term) implements ConditionSyntax {}

    /// Two operands and a sign between them.
    record Comparison(ComparisonOperator operator, OperandSyntax left, OperandSyntax right)
            implements ConditionSyntax {}

    /// An operand between two bounds.
    record Between(OperandSyntax operand, OperandSyntax lower, OperandSyntax upper)
            implements ConditionSyntax {}

    /// An operand and the list that it is looked for in.
    record In(OperandSyntax operand, List<OperandSyntax> candidates) implements ConditionSyntax {}
}
