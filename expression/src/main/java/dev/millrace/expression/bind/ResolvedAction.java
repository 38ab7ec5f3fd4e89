package dev.millrace.expression.bind;

import dev.millrace.expression.ast.ArithmeticOperator;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.syntax.ActionSyntax;
import dev.millrace.expression.syntax.ArithmeticSyntax;
import dev.millrace.expression.syntax.OperandSyntax;
import dev.millrace.expression.syntax.SetValueSyntax;
import dev.millrace.model.value.AttributeValue;

import java.util.List;

/// An action of an update whose placeholders are resolved but whose operands are not yet checked.
sealed interface ResolvedAction {
    DocumentPath path();

    /// A `SET` of one operand.
    record Set(DocumentPath path, Resolved value) implements ResolvedAction {}

    /// A `SET` of a sum or difference.
    record SetArithmetic(
            DocumentPath path, ArithmeticOperator operator, Resolved left, Resolved right)
            implements ResolvedAction {}

    record Remove(DocumentPath path) implements ResolvedAction {}

    record Add(DocumentPath path, AttributeValue value) implements ResolvedAction {}

    record Delete(DocumentPath path, AttributeValue value) implements ResolvedAction {}

    /// The operands whose functions are to be checked.
    default List<Resolved> operands() {
        return switch (this) {
            case Set set -> List.of(set.value());
            case SetArithmetic arithmetic -> List.of(arithmetic.left(), arithmetic.right());
            case Remove _, Add _, Delete _ -> List.of();
        };
    }

    static ResolvedAction of(ActionSyntax action, Placeholders placeholders) {
        DocumentPath path = placeholders.resolve(action.path());
        return switch (action) {
            case ActionSyntax.Set set -> of(path, set.value(), placeholders);
            case ActionSyntax.Remove _ -> new Remove(path);
            case ActionSyntax.Add add -> new Add(path, placeholders.resolve(add.value()));
            case ActionSyntax.Delete delete ->
                    new Delete(path, placeholders.resolve(delete.value()));
        };
    }

    private static ResolvedAction of(
            DocumentPath path, SetValueSyntax value, Placeholders placeholders) {
        return switch (value) {
            case OperandSyntax operand -> new Set(path, Resolved.of(operand, placeholders));
            case ArithmeticSyntax(var operator, var left, var right) ->
                    new SetArithmetic(
                            path,
                            operator,
                            Resolved.of(left, placeholders),
                            Resolved.of(right, placeholders));
        };
    }
}
