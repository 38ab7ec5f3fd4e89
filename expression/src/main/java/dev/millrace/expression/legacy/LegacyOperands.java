package dev.millrace.expression.legacy;

import dev.millrace.expression.ast.ValueOrder;
import dev.millrace.model.request.LegacyOperator;
import dev.millrace.model.value.AttributeValue;

import java.util.List;

/// The rules for the values that a legacy condition compares with: how many there are, of which
/// types, and in which order.
final class LegacyOperands {
    private LegacyOperands() {}

    /// Requires the values to be right for the operator.
    ///
    /// @throws InvalidParameterException if they are not
    static void require(LegacyOperator operator, List<AttributeValue> values) {
        if (!isCountRight(operator, values.size())) {
            throw InvalidParameterException.value(
                    "Invalid number of argument(s) for the " + operator + " ComparisonOperator");
        }
        requireOneType(values);
        values.forEach(value -> requireType(operator, value.type()));
        if (operator == LegacyOperator.BETWEEN
                && ValueOrder.isGreater(values.getFirst(), values.getLast())) {
            throw new InvalidParameterException(
                    "The BETWEEN condition was provided a range where the lower bound is greater"
                            + " than the upper bound");
        }
    }

    private static boolean isCountRight(LegacyOperator operator, int count) {
        return switch (operator) {
            case NULL, NOT_NULL -> count == 0;
            case EQ, NE, LE, LT, GE, GT, CONTAINS, NOT_CONTAINS, BEGINS_WITH -> count == 1;
            case BETWEEN -> count == 2;
            case IN -> count > 0;
        };
    }

    private static void requireOneType(List<AttributeValue> values) {
        if (values.stream().map(AttributeValue::type).distinct().count() > 1) {
            throw InvalidParameterException.value(
                    "AttributeValues inside AttributeValueList must be of same type");
        }
    }

    private static void requireType(LegacyOperator operator, AttributeValue.Type type) {
        if (!isTypeRight(operator, type)) {
            throw InvalidParameterException.value(
                    "ComparisonOperator "
                            + operator
                            + " is not valid for "
                            + type
                            + " AttributeValue type");
        }
    }

    private static boolean isTypeRight(LegacyOperator operator, AttributeValue.Type type) {
        return switch (operator) {
            case EQ, NE, NULL, NOT_NULL -> true;
            case LE, LT, GE, GT, IN, BETWEEN -> isOrdered(type);
            case CONTAINS, NOT_CONTAINS -> isScalar(type);
            case BEGINS_WITH -> type == AttributeValue.Type.S || type == AttributeValue.Type.B;
        };
    }

    private static boolean isOrdered(AttributeValue.Type type) {
        return switch (type) {
            case S, N, B -> true;
            case SS, NS, BS, BOOL, NULL, L, M -> false;
        };
    }

    private static boolean isScalar(AttributeValue.Type type) {
        return switch (type) {
            case S, N, B, BOOL, NULL -> true;
            case SS, NS, BS, L, M -> false;
        };
    }
}
