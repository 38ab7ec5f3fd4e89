package dev.millrace.expression.evaluate;

import dev.millrace.expression.ast.ComparisonOperator;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.ast.ValueOrder;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Says whether a predicate is true of the attributes of one item.
public final class PredicateEvaluator {
    private final Map<String, AttributeValue> attributes;

    private PredicateEvaluator(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    /// Whether the predicate is true of these attributes.
    public static boolean test(Predicate predicate, Map<String, AttributeValue> attributes) {
        return new PredicateEvaluator(attributes).test(predicate);
    }

    private boolean test(Predicate predicate) {
        return switch (predicate) {
            case Predicate.And(List<Predicate> terms) -> all(terms);
            case Predicate.Or(List<Predicate> terms) -> any(terms);
            case Predicate.Not(Predicate term) -> !test(term);
            case Predicate.Comparison comparison -> compare(comparison);
            case Predicate.Between between -> isBetween(between);
            case Predicate.In(Operand operand, List<Operand> candidates) ->
                    isIn(value(operand), candidates);
            case Predicate.AttributeExists(DocumentPath path) -> exists(path);
            case Predicate.AttributeNotExists(DocumentPath path) -> !exists(path);
            case Predicate.AttributeType(Operand operand, AttributeValue.Type type) ->
                    hasType(value(operand), type);
            case Predicate.BeginsWith(Operand operand, Operand prefix) ->
                    beginsWith(value(operand), value(prefix));
            case Predicate.Contains(Operand operand, Operand part) ->
                    contains(value(operand), value(part));
        };
    }

    private boolean all(List<Predicate> terms) {
        for (Predicate term : terms) {
            if (!test(term)) {
                return false;
            }
        }
        return true;
    }

    private boolean any(List<Predicate> terms) {
        for (Predicate term : terms) {
            if (test(term)) {
                return true;
            }
        }
        return false;
    }

    private boolean compare(Predicate.Comparison comparison) {
        AttributeValue left = value(comparison.left());
        AttributeValue right = value(comparison.right());
        if (left == null || right == null) {
            return comparison.operator() == ComparisonOperator.NOT_EQUAL
                    && !isMissingSize(comparison.left(), left)
                    && !isMissingSize(comparison.right(), right);
        }
        return switch (comparison.operator()) {
            case EQUAL -> left.equals(right);
            case NOT_EQUAL -> !left.equals(right);
            case LESS -> isOrdered(left, right, -1, -1);
            case LESS_OR_EQUAL -> isOrdered(left, right, -1, 0);
            case GREATER -> isOrdered(left, right, 1, 1);
            case GREATER_OR_EQUAL -> isOrdered(left, right, 0, 1);
        };
    }

    // A size that does not exist makes every comparison false, a missing attribute all but <>.
    private static boolean isMissingSize(Operand operand, @Nullable AttributeValue value) {
        return value == null && operand instanceof Operand.Size;
    }

    private static boolean isOrdered(
            AttributeValue left, AttributeValue right, int least, int greatest) {
        OptionalInt order = ValueOrder.compare(left, right);
        if (order.isEmpty()) {
            return false;
        }
        int sign = Integer.signum(order.getAsInt());
        return sign >= least && sign <= greatest;
    }

    private boolean isBetween(Predicate.Between between) {
        AttributeValue value = value(between.operand());
        AttributeValue lower = value(between.lower());
        AttributeValue upper = value(between.upper());
        return value != null
                && lower != null
                && upper != null
                && isOrdered(lower, value, -1, 0)
                && isOrdered(value, upper, -1, 0);
    }

    private boolean isIn(@Nullable AttributeValue value, List<Operand> candidates) {
        return value != null
                && candidates.stream().anyMatch(candidate -> value.equals(value(candidate)));
    }

    private boolean exists(DocumentPath path) {
        return PathReader.read(path, attributes) != null;
    }

    private static boolean hasType(@Nullable AttributeValue value, AttributeValue.Type type) {
        return value != null && value.type() == type;
    }

    private static boolean beginsWith(
            @Nullable AttributeValue value, @Nullable AttributeValue prefix) {
        return value != null && prefix != null && Containment.beginsWith(value, prefix);
    }

    private static boolean contains(@Nullable AttributeValue value, @Nullable AttributeValue part) {
        return value != null && part != null && Containment.contains(value, part);
    }

    private @Nullable AttributeValue value(Operand operand) {
        return switch (operand) {
            case Operand.Path(DocumentPath path) -> PathReader.read(path, attributes);
            case Operand.Constant(AttributeValue value) -> value;
            case Operand.Size(Operand of) -> size(value(of));
            case Operand.Truth(Predicate predicate) -> new AttributeValue.Bool(test(predicate));
        };
    }

    private static @Nullable AttributeValue size(@Nullable AttributeValue value) {
        return value == null ? null : ValueSize.of(value);
    }
}
