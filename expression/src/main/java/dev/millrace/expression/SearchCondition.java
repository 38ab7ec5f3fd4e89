package dev.millrace.expression;

import dev.millrace.expression.ast.ComparisonOperator;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.value.AttributeValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The condition of a search of vectors: attributes that are to have certain values (captures of
/// public suites, August 2026: no other comparison is taken, whatever the kind of attribute).
///
/// @param values what each attribute is to equal, in the order they were written
public record SearchCondition(Map<String, AttributeValue> values) {
    /// The condition that `predicate` is.
    ///
    /// @throws InvalidExpressionException if it is anything but equalities of different attributes
    static SearchCondition of(Predicate predicate) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        collect(predicate, values);
        return new SearchCondition(values);
    }

    private static void collect(Predicate predicate, Map<String, AttributeValue> values) {
        switch (predicate) {
            case Predicate.And(List<Predicate> terms) ->
                    terms.forEach(term -> collect(term, values));
            case Predicate.Comparison comparison -> collect(comparison, values);
            case Predicate.Or _,
                    Predicate.Not _,
                    Predicate.Between _,
                    Predicate.In _,
                    Predicate.AttributeExists _,
                    Predicate.AttributeNotExists _,
                    Predicate.AttributeType _,
                    Predicate.BeginsWith _,
                    Predicate.Contains _ ->
                    throw invalidComparator();
        }
    }

    private static void collect(
            Predicate.Comparison comparison, Map<String, AttributeValue> values) {
        if (comparison.operator() != ComparisonOperator.EQUAL) {
            throw invalidComparator();
        }
        if (comparison.left() instanceof Operand.Path(var path)
                && comparison.right() instanceof Operand.Constant(var value)) {
            add(path, value, values);
        } else if (comparison.right() instanceof Operand.Path(var path)
                && comparison.left() instanceof Operand.Constant(var value)) {
            add(path, value, values);
        } else {
            throw invalidComparator();
        }
    }

    private static void add(
            DocumentPath path, AttributeValue value, Map<String, AttributeValue> values) {
        if (path.isNested()) {
            throw new InvalidExpressionException(
                    "SearchConditionExpression cannot have conditions on nested attributes");
        }
        if (values.put(path.attribute(), value) != null) {
            throw new InvalidExpressionException(
                    "SearchConditionExpression must only contain one condition per attribute");
        }
    }

    private static InvalidExpressionException invalidComparator() {
        return new InvalidExpressionException(
                "Invalid comparator used in SearchConditionExpression");
    }
}
