package dev.millrace.expression.bind;

import dev.millrace.expression.ast.ComparisonOperator;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.syntax.ConditionSyntax;
import dev.millrace.expression.syntax.FunctionSyntax;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.expression.syntax.OperandSyntax;

import java.util.ArrayList;
import java.util.List;

/// Makes predicates of conditions as written.
public final class ConditionBinder {
    private final Placeholders placeholders;
    private final FunctionBinder functions = new FunctionBinder();

    private ConditionBinder(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /// The predicate that the condition means with these placeholders, which are marked as used.
    ///
    /// @throws InvalidExpressionException if the condition cannot be evaluated
    public static Predicate bind(ConditionSyntax condition, Placeholders placeholders) {
        return new ConditionBinder(placeholders).bind(condition);
    }

    private Predicate bind(ConditionSyntax condition) {
        return switch (condition) {
            case ConditionSyntax.And(List<ConditionSyntax> terms) -> new Predicate.And(all(terms));
            case ConditionSyntax.Or(List<ConditionSyntax> terms) -> new Predicate.Or(all(terms));
            case ConditionSyntax.Not(ConditionSyntax term) -> new Predicate.Not(bind(term));
            case ConditionSyntax.Comparison comparison -> bind(comparison);
            case ConditionSyntax.Between between -> bind(between);
            case ConditionSyntax.In in -> bind(in);
            case FunctionSyntax(String name, List<OperandSyntax> operands) ->
                    functions.bind(name, Resolved.of(operands, placeholders));
        };
    }

    private List<Predicate> all(List<ConditionSyntax> terms) {
        List<Predicate> bound = new ArrayList<>(terms.size());
        for (ConditionSyntax term : terms) {
            bound.add(bind(term));
        }
        return List.copyOf(bound);
    }

    private Predicate bind(ConditionSyntax.Comparison comparison) {
        Resolved left = Resolved.of(comparison.left(), placeholders);
        Resolved right = Resolved.of(comparison.right(), placeholders);
        ComparisonOperator operator = comparison.operator();
        OperandFaults.requireCounts(List.of(left, right));
        DistinctOperands.require(operator.sign(), left, right);
        if (!operator.isOrdering()) {
            return new Predicate.Comparison(
                    operator, ConditionOperands.of(left), ConditionOperands.of(right));
        }
        return new Predicate.Comparison(
                operator,
                ConditionOperands.ordered(operator.sign(), left),
                ConditionOperands.ordered(operator.sign(), right));
    }

    private Predicate bind(ConditionSyntax.Between between) {
        List<Resolved> operands =
                Resolved.of(
                        List.of(between.operand(), between.lower(), between.upper()), placeholders);
        OperandFaults.requireCounts(operands);
        Operand operand = ConditionOperands.ordered("BETWEEN", operands.get(0));
        Operand lower = ConditionOperands.ordered("BETWEEN", operands.get(1));
        Operand upper = ConditionOperands.ordered("BETWEEN", operands.get(2));
        Bounds.require(lower, upper);
        return new Predicate.Between(operand, lower, upper);
    }

    private Predicate bind(ConditionSyntax.In in) {
        Resolved operand = Resolved.of(in.operand(), placeholders);
        List<Resolved> candidates = Resolved.of(in.candidates(), placeholders);
        OperandFaults.requireCounts(List.of(operand));
        OperandFaults.requireCounts(candidates);
        OperandRules.requireCandidates(candidates.size());
        return new Predicate.In(
                ConditionOperands.of(operand),
                candidates.stream().map(ConditionOperands::of).toList());
    }
}
