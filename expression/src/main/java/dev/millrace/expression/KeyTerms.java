package dev.millrace.expression;

import dev.millrace.expression.ast.ComparisonOperator;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.value.AttributeValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes a key condition apart into the conditions on its key attributes, and finds what keeps it
/// from being a key condition at all (dynamodb-api reference, section 7.4).
final class KeyTerms {
    /// The most conditions on the key of a table.
    static final int OF_TABLE_MAX = 2;

    /// The most conditions on the key of an index.
    static final int OF_INDEX_MAX = 2 * IndexKeySchema.ATTRIBUTES_MAX;

    private final Map<String, KeyTerm> terms = new LinkedHashMap<>();

    private KeyTerms() {}

    /// The terms by the attributes that they are about.
    ///
    /// @throws ApiException if the predicate has not the form of a key condition
    static Map<String, KeyTerm> of(Predicate predicate) {
        KeyTerms collector = new KeyTerms();
        collector.collect(predicate);
        return collector.terms;
    }

    private void collect(Predicate predicate) {
        switch (predicate) {
            case Predicate.And(List<Predicate> parts) -> parts.forEach(this::collect);
            case Predicate.Comparison comparison -> collect(comparison);
            case Predicate.Between(Operand operand, Operand lower, Operand upper) ->
                    collect("BETWEEN", operand, List.of(lower, upper));
            case Predicate.BeginsWith(Operand operand, Operand prefix) ->
                    collect("begins_with", operand, List.of(prefix));
            case Predicate.Or _ -> throw invalidOperator("OR");
            case Predicate.Not _ -> throw invalidOperator("NOT");
            case Predicate.In _ -> throw invalidOperator("IN");
            case Predicate.AttributeExists _ -> throw invalidOperator("attribute_exists");
            case Predicate.AttributeNotExists _ -> throw invalidOperator("attribute_not_exists");
            case Predicate.AttributeType _ -> throw invalidOperator("attribute_type");
            case Predicate.Contains _ -> throw invalidOperator("contains");
        }
    }

    private void collect(Predicate.Comparison comparison) {
        if (comparison.operator() == ComparisonOperator.NOT_EQUAL) {
            throw invalidOperator(comparison.operator().sign());
        }
        KeyOperands operands = KeyOperands.of(List.of(comparison.left(), comparison.right()));
        ComparisonOperator operator =
                comparison.left() instanceof Operand.Path
                        ? comparison.operator()
                        : comparison.operator().mirrored();
        add(operands.attribute(), condition(operator, operands.values().getFirst()));
    }

    private void collect(String operator, Operand first, List<Operand> rest) {
        if (first instanceof Operand.Constant) {
            throw ApiException.validation(
                    "Invalid condition in KeyConditionExpression: "
                            + operator
                            + " operator must have the key attribute as its first operand");
        }
        List<Operand> all = new ArrayList<>();
        all.add(first);
        all.addAll(rest);
        KeyOperands operands = KeyOperands.of(all);
        AttributeValue one = operands.values().getFirst();
        add(
                operands.attribute(),
                rest.size() == 1
                        ? new SortKeyCondition.BeginsWith(one)
                        : new SortKeyCondition.Between(one, operands.values().getLast()));
    }

    private void add(DocumentPath attribute, SortKeyCondition condition) {
        String name = attribute.attribute();
        if (terms.putIfAbsent(name, new KeyTerm(name, condition)) != null) {
            throw ApiException.validation(
                    "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one"
                            + " condition per key");
        }
    }

    private static SortKeyCondition condition(ComparisonOperator operator, AttributeValue value) {
        return switch (operator) {
            case EQUAL -> new SortKeyCondition.EqualTo(value);
            case LESS -> new SortKeyCondition.LessThan(value);
            case LESS_OR_EQUAL -> new SortKeyCondition.LessOrEqual(value);
            case GREATER -> new SortKeyCondition.GreaterThan(value);
            case GREATER_OR_EQUAL -> new SortKeyCondition.GreaterOrEqual(value);
            case NOT_EQUAL -> throw new IllegalStateException("inequality was refused before");
        };
    }

    private static ApiException invalidOperator(String operator) {
        return ApiException.validation(
                "Invalid operator used in KeyConditionExpression: " + operator);
    }
}
