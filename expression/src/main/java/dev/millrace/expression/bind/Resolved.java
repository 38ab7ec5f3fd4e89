package dev.millrace.expression.bind;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.syntax.FunctionSyntax;
import dev.millrace.expression.syntax.OperandSyntax;
import dev.millrace.expression.syntax.PathSyntax;
import dev.millrace.expression.syntax.ValueSyntax;
import dev.millrace.model.value.AttributeValue;

import java.util.List;

/// An operand whose placeholders are resolved but whose functions are not yet checked.
sealed interface Resolved {
    record Path(DocumentPath path) implements Resolved {}

    record Value(AttributeValue value) implements Resolved {}

    record Call(String function, List<Resolved> operands) implements Resolved {}

    /// The operand with the placeholders resolved.
    static Resolved of(OperandSyntax operand, Placeholders placeholders) {
        return switch (operand) {
            case PathSyntax path -> new Path(placeholders.resolve(path));
            case ValueSyntax value -> new Value(placeholders.resolve(value));
            case FunctionSyntax(String function, List<OperandSyntax> operands) ->
                    new Call(function, of(operands, placeholders));
        };
    }

    /// The operands with the placeholders resolved, from left to right.
    static List<Resolved> of(List<OperandSyntax> operands, Placeholders placeholders) {
        return operands.stream().map(operand -> of(operand, placeholders)).toList();
    }
}
