package dev.millrace.expression.statement;

import dev.millrace.expression.ast.ComparisonOperator;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.bind.OperandRules;
import dev.millrace.expression.partiql.Statement;
import dev.millrace.expression.partiql.Term;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Makes predicates of conditions. A condition may also be compared with a truth value.
final class ConditionBinder {
    private final ValueBinder values;

    ConditionBinder(ValueBinder values) {
        this.values = values;
    }

    /// The predicate that the condition means.
    ///
    /// @throws InvalidExpressionException if it is no condition, or cannot be evaluated
    Predicate predicate(Term term) {
        Predicate predicate = predicateOrNull(term);
        if (predicate == null) {
            throw TermNames.unsupported(term);
        }
        return predicate;
    }

    private @Nullable Predicate predicateOrNull(Term term) {
        return switch (term) {
            case Term.And(_, List<Term> terms) -> new Predicate.And(all(terms));
            case Term.Or(_, List<Term> terms) -> new Predicate.Or(all(terms));
            case Term.Not(_, Term negated) -> new Predicate.Not(predicate(negated));
            case Term.Infix infix -> comparison(infix);
            case Term.Between between -> between(between);
            case Term.In in -> in(in);
            case Term.Is is -> TypeTests.of(operand(is.operand()), is);
            case Term.Call call -> FunctionBinder.predicate(call, this::operand);
            case Term.Path _,
                    Term.Text _,
                    Term.Numeral _,
                    Term.Truth _,
                    Term.Null _,
                    Term.Missing _,
                    Term.Parameter _,
                    Term.ListOf _,
                    Term.StructOf _,
                    Term.BagOf _,
                    Term.Everything _,
                    Term.Signed _,
                    Statement _ ->
                    null;
        };
    }

    private List<Predicate> all(List<Term> terms) {
        List<Predicate> bound = new ArrayList<>(terms.size());
        for (Term term : terms) {
            bound.add(predicate(term));
        }
        return List.copyOf(bound);
    }

    private @Nullable Predicate comparison(Term.Infix infix) {
        ComparisonOperator operator = ComparisonOperator.ofSign(infix.operator());
        if (operator == null) {
            return null;
        }
        Operand left = operand(infix.left());
        Operand right = operand(infix.right());
        if (operator.isOrdering()) {
            OperandRules.ordered(operator.sign(), left);
            OperandRules.ordered(operator.sign(), right);
        }
        return new Predicate.Comparison(operator, left, right);
    }

    private Predicate between(Term.Between between) {
        Operand operand = OperandRules.ordered("BETWEEN", operand(between.operand()));
        Operand lower = OperandRules.ordered("BETWEEN", operand(between.lower()));
        Operand upper = OperandRules.ordered("BETWEEN", operand(between.upper()));
        OperandRules.requireBounds(lower, upper);
        return new Predicate.Between(operand, lower, upper);
    }

    // What is searched is a list as written; one term in parentheses is that term alone.
    private Predicate in(Term.In in) {
        Operand operand = operand(in.operand());
        List<Term> candidates =
                switch (in.candidates()) {
                    case Term.ListOf(_, List<Term> elements) -> elements;
                    case Term.BagOf(_, List<Term> members) -> members;
                    case Term other -> List.of(other);
                };
        OperandRules.requireCandidates(candidates.size());
        return new Predicate.In(operand, candidates.stream().map(this::operand).toList());
    }

    private Operand operand(Term term) {
        if (term instanceof Term.Path path) {
            return new Operand.Path(PathBinder.path(path));
        }
        AttributeValue value = values.valueOrNull(term);
        if (value != null) {
            return new Operand.Constant(value);
        }
        if (term instanceof Term.Call call && call.name().equals("size")) {
            OperandRules.requireCount(call.name(), call.operands().size());
            return OperandRules.size(operand(call.operands().getFirst()));
        }
        return new Operand.Truth(predicate(term));
    }
}
