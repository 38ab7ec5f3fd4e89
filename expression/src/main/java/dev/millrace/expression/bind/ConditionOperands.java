package dev.millrace.expression.bind;

import dev.millrace.expression.ast.Operand;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// Operands of conditions: made from resolved ones and checked for types that are known without an
/// item.
final class ConditionOperands {
    private static final Set<AttributeValue.Type> ORDERED =
            Set.of(AttributeValue.Type.S, AttributeValue.Type.N, AttributeValue.Type.B);
    private static final Set<AttributeValue.Type> PREFIXED =
            Set.of(AttributeValue.Type.S, AttributeValue.Type.B);
    private static final Set<AttributeValue.Type> WITHOUT_SIZE =
            Set.of(AttributeValue.Type.N, AttributeValue.Type.BOOL, AttributeValue.Type.NULL);

    private ConditionOperands() {}

    /// The operand, whose only possible function is `size`.
    static Operand of(Resolved resolved) {
        return switch (resolved) {
            case Resolved.Path(var path) -> new Operand.Path(path);
            case Resolved.Value(var value) -> new Operand.Constant(value);
            case Resolved.Call(String _, List<Resolved> operands) -> size(operands.getFirst());
        };
    }

    /// The operand, which has to be of a type that has an order if its type is known.
    static Operand ordered(String operator, Resolved resolved) {
        return requireType(operator, of(resolved), ORDERED);
    }

    /// The operand, which has to be a string or binary value if its type is known.
    static Operand prefixed(String function, Resolved resolved) {
        return requireType(function, of(resolved), PREFIXED);
    }

    private static Operand size(Resolved of) {
        Operand operand = of(of);
        AttributeValue.@Nullable Type type = typeOf(operand);
        if (type != null && WITHOUT_SIZE.contains(type)) {
            throw OperandFaults.wrongType("size", type);
        }
        return new Operand.Size(operand);
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
        };
    }
}
