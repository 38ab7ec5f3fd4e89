package dev.millrace.expression.bind;

import dev.millrace.expression.syntax.ActionSyntax;
import dev.millrace.expression.syntax.ArithmeticSyntax;
import dev.millrace.expression.syntax.FunctionSyntax;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.expression.syntax.OperandSyntax;
import dev.millrace.expression.syntax.PathSyntax;
import dev.millrace.expression.syntax.SetValueSyntax;
import dev.millrace.expression.syntax.ValueSyntax;

import java.util.List;

/// The check that all names of an update are defined, which AWS makes before it looks at values.
final class UndefinedNames {
    private UndefinedNames() {}

    /// Requires all placeholders for names to be defined.
    ///
    /// @throws InvalidExpressionException if one is not
    static void requireNone(List<ActionSyntax> actions, Placeholders placeholders) {
        for (ActionSyntax action : actions) {
            placeholders.resolve(action.path());
            if (action instanceof ActionSyntax.Set set) {
                visit(set.value(), placeholders);
            }
        }
    }

    private static void visit(SetValueSyntax value, Placeholders placeholders) {
        switch (value) {
            case OperandSyntax operand -> visitOperand(operand, placeholders);
            case ArithmeticSyntax(var _, var left, var right) -> {
                visitOperand(left, placeholders);
                visitOperand(right, placeholders);
            }
        }
    }

    private static void visitOperand(OperandSyntax operand, Placeholders placeholders) {
        switch (operand) {
            case PathSyntax path -> placeholders.resolve(path);
            case ValueSyntax _ -> {}
            case FunctionSyntax(var _, var operands) ->
                    operands.forEach(inner -> visitOperand(inner, placeholders));
        }
    }
}
