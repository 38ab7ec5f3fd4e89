package dev.millrace.expression.bind;

import dev.millrace.expression.ast.Operand;

import java.util.List;

/// Operands of conditions: made from resolved ones and checked for types that are known without an
/// item.
final class ConditionOperands {
    private ConditionOperands() {}

    /// The operand, whose only possible function is `size`.
    static Operand of(Resolved resolved) {
        return switch (resolved) {
            case Resolved.Path(var path) -> new Operand.Path(path);
            case Resolved.Value(var value) -> new Operand.Constant(value);
            case Resolved.Call(String _, List<Resolved> operands) ->
                    OperandRules.size(of(operands.getFirst()));
        };
    }

    /// The operand, which has to be of a type that has an order if its type is known.
    static Operand ordered(String operator, Resolved resolved) {
        return OperandRules.ordered(operator, of(resolved));
    }

    /// The operand, which has to be a string or binary value if its type is known.
    static Operand prefixed(String function, Resolved resolved) {
        return OperandRules.prefixed(function, of(resolved));
    }
}
