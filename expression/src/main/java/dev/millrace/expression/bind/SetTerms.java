package dev.millrace.expression.bind;

import dev.millrace.expression.ast.SetValue;
import dev.millrace.model.value.AttributeValue;

import java.util.List;

/// Makes the terms of `SET` actions and checks the types that are known without an item.
final class SetTerms {
    private static final String LIST_APPEND = "list_append";

    private SetTerms() {}

    static SetValue.Term term(Resolved resolved) {
        return switch (resolved) {
            case Resolved.Path(var path) -> new SetValue.Path(path);
            case Resolved.Value(var value) -> new SetValue.Constant(value);
            case Resolved.Call(String function, List<Resolved> operands) ->
                    function.equals(LIST_APPEND)
                            ? listAppend(operands.getFirst(), operands.getLast())
                            : ifNotExists(operands.getFirst(), operands.getLast());
        };
    }

    /// The term, which has to be of this type if its type is known.
    static SetValue.Term term(String function, Resolved resolved, AttributeValue.Type required) {
        SetValue.Term term = term(resolved);
        if (term instanceof SetValue.Constant(AttributeValue value) && value.type() != required) {
            throw OperandFaults.wrongType(function, value.type());
        }
        return term;
    }

    private static SetValue.Term listAppend(Resolved first, Resolved second) {
        return new SetValue.ListAppend(
                term(LIST_APPEND, first, AttributeValue.Type.L),
                term(LIST_APPEND, second, AttributeValue.Type.L));
    }

    private static SetValue.Term ifNotExists(Resolved path, Resolved fallback) {
        return new SetValue.IfNotExists(
                OperandFaults.requirePath("if_not_exists", path), term(fallback));
    }
}
