package dev.millrace.expression.bind;

import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// What operators and functions of conditions ask of operands whose type is known without an item.
public final class OperandRules {
    /// The most candidates of `IN`.
    public static final int CANDIDATES_MAX = 100;

    private static final Set<AttributeValue.Type> ORDERED =
            Set.of(AttributeValue.Type.S, AttributeValue.Type.N, AttributeValue.Type.B);
    private static final Set<AttributeValue.Type> PREFIXED =
            Set.of(AttributeValue.Type.S, AttributeValue.Type.B);
    private static final Set<AttributeValue.Type> WITHOUT_SIZE =
            Set.of(AttributeValue.Type.N, AttributeValue.Type.BOOL, AttributeValue.Type.NULL);

    private OperandRules() {}

    /// The operand, which has to be of a type that has an order if its type is known.
    ///
    /// @throws InvalidExpressionException if it has none
    public static Operand ordered(String operator, Operand operand) {
        return requireType(operator, operand, ORDERED);
    }

    /// The operand, which has to be a string or binary value if its type is known.
    ///
    /// @throws InvalidExpressionException if it is not
    public static Operand prefixed(String function, Operand operand) {
        return requireType(function, operand, PREFIXED);
    }

    /// The size of the operand, which has to be of a type that has one if its type is known.
    ///
    /// @throws InvalidExpressionException if it has none
    public static Operand size(Operand operand) {
        AttributeValue.@Nullable Type type = typeOf(operand);
        if (type != null && WITHOUT_SIZE.contains(type)) {
            throw OperandFaults.wrongType("size", type);
        }
        return new Operand.Size(operand);
    }

    /// Requires the bounds of `BETWEEN`, if both are values, to be of one type and in order.
    ///
    /// @throws InvalidExpressionException if they are not
    public static void requireBounds(Operand lower, Operand upper) {
        Bounds.require(lower, upper);
    }

    /// Requires `IN` to have no more than [#CANDIDATES_MAX] candidates.
    ///
    /// @throws InvalidExpressionException if it has more
    public static void requireCandidates(int count) {
        if (count > CANDIDATES_MAX) {
            throw new InvalidExpressionException(
                    "The IN operator is provided with too many operands; number of operands: "
                            + count);
        }
    }

    /// Requires a function to have its number of operands.
    ///
    /// @throws InvalidExpressionException if it has another
    public static void requireCount(String function, int count) {
        OperandFaults.requireCount(function, count);
    }

    /// The fault that an operand has the wrong type.
    public static InvalidExpressionException wrongType(String function, AttributeValue.Type type) {
        return OperandFaults.wrongType(function, type);
    }

    /// The fault that an operand is no document path.
    public static InvalidExpressionException noPath(String function) {
        return OperandFaults.noPath(function);
    }

    private static Operand requireType(
            String function, Operand operand, Set<AttributeValue.Type> allowed) {
        AttributeValue.@Nullable Type type = typeOf(operand);
        if (type != null && !allowed.contains(type)) {
            throw OperandFaults.wrongType(function, type);
        }
        return operand;
    }

    private static AttributeValue.@Nullable Type typeOf(Operand operand) {
        return switch (operand) {
            case Operand.Path _ -> null;
            case Operand.Constant(AttributeValue value) -> value.type();
            case Operand.Size _ -> AttributeValue.Type.N;
            case Operand.Truth _ -> AttributeValue.Type.BOOL;
        };
    }
}
