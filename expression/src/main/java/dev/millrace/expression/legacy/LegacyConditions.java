package dev.millrace.expression.legacy;

import dev.millrace.expression.ast.ComparisonOperator;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.model.request.ConditionalOperator;
import dev.millrace.model.request.LegacyCondition;
import dev.millrace.model.request.LegacyOperator;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes predicates of the conditions of a legacy filter.
public final class LegacyConditions {
    private LegacyConditions() {}

    /// The predicate that says what all conditions, or with `OR` at least one, say.
    ///
    /// @throws InvalidParameterException if a condition has the wrong values for its operator
    public static Predicate of(
            Map<String, LegacyCondition> conditions, @Nullable ConditionalOperator joinedBy) {
        List<Predicate> terms = new ArrayList<>();
        conditions.forEach((attribute, condition) ->
                terms.add(of(attribute, condition.comparisonOperator(), values(condition))));
        return join(terms, joinedBy);
    }

    /// The terms joined; no terms are true whatever joins them.
    static Predicate join(List<Predicate> terms, @Nullable ConditionalOperator joinedBy) {
        return joinedBy == ConditionalOperator.OR && !terms.isEmpty()
                ? new Predicate.Or(terms)
                : new Predicate.And(terms);
    }

    /// The predicate about one attribute.
    ///
    /// @throws InvalidParameterException if the operator does not take these values
    static Predicate of(String attribute, LegacyOperator operator, List<AttributeValue> values) {
        LegacyOperands.require(operator, values);
        DocumentPath path = DocumentPath.of(attribute);
        Operand operand = new Operand.Path(path);
        List<Operand> given = values.stream().<Operand>map(Operand.Constant::new).toList();
        return switch (operator) {
            case EQ -> compare(ComparisonOperator.EQUAL, operand, given);
            case NE -> compare(ComparisonOperator.NOT_EQUAL, operand, given);
            case LT -> compare(ComparisonOperator.LESS, operand, given);
            case LE -> compare(ComparisonOperator.LESS_OR_EQUAL, operand, given);
            case GT -> compare(ComparisonOperator.GREATER, operand, given);
            case GE -> compare(ComparisonOperator.GREATER_OR_EQUAL, operand, given);
            case IN -> new Predicate.In(operand, given);
            case BETWEEN -> new Predicate.Between(operand, given.getFirst(), given.getLast());
            case NOT_NULL -> new Predicate.AttributeExists(path);
            case NULL -> new Predicate.AttributeNotExists(path);
            case CONTAINS -> new Predicate.Contains(operand, given.getFirst());
            case NOT_CONTAINS -> containsNot(path, given.getFirst());
            case BEGINS_WITH -> new Predicate.BeginsWith(operand, given.getFirst());
        };
    }

    private static List<AttributeValue> values(LegacyCondition condition) {
        List<AttributeValue> values = condition.attributeValueList();
        return values == null ? List.of() : values;
    }

    private static Predicate compare(
            ComparisonOperator operator, Operand operand, List<Operand> given) {
        return new Predicate.Comparison(operator, operand, given.getFirst());
    }

    // Unlike NE, which is true of a missing attribute, NOT_CONTAINS is not.
    private static Predicate containsNot(DocumentPath path, Operand part) {
        return new Predicate.And(
                List.of(
                        new Predicate.AttributeExists(path),
                        new Predicate.Not(new Predicate.Contains(new Operand.Path(path), part))));
    }
}
