package dev.millrace.expression.statement;

import dev.millrace.expression.ast.ArithmeticOperator;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.SetValue;
import dev.millrace.expression.ast.UpdateAction;
import dev.millrace.expression.bind.OperandRules;
import dev.millrace.expression.bind.PathOverlaps;
import dev.millrace.expression.partiql.Place;
import dev.millrace.expression.partiql.Statement.Change;
import dev.millrace.expression.partiql.Term;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.value.AttributeValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Makes the actions of an update of what `SET` and `REMOVE` say.
record AssignmentBinder(ValueBinder values) {
    /// The actions.
    ///
    /// @throws InvalidExpressionException if the changes cannot be made to any item
    List<UpdateAction> actions(List<Change> changes) {
        List<UpdateAction> actions = new ArrayList<>(changes.size());
        for (Change change : changes) {
            DocumentPath path = PathBinder.path(change.target());
            actions.add(
                    switch (change) {
                        case Change.Remove _ -> new UpdateAction.Remove(path);
                        case Change.Assign(_, Term value) -> assign(path, value);
                    });
        }
        PathOverlaps.requireNone(actions.stream().map(UpdateAction::path).toList());
        return actions;
    }

    private UpdateAction assign(DocumentPath path, Term value) {
        if (value instanceof Term.Call call) {
            switch (call.name()) {
                case "set_add" -> {
                    return new UpdateAction.Add(path, members(path, call));
                }
                case "set_delete" -> {
                    return new UpdateAction.Delete(path, members(path, call));
                }
                default -> {}
            }
        }
        return new UpdateAction.Set(path, value(value));
    }

    private SetValue value(Term term) {
        if (term instanceof Term.Infix(_, String sign, Term left, Term right)) {
            for (ArithmeticOperator operator : ArithmeticOperator.values()) {
                if (operator.sign().equals(sign)) {
                    return new SetValue.Arithmetic(
                            operator,
                            typed(sign, left, AttributeValue.Type.N),
                            typed(sign, right, AttributeValue.Type.N));
                }
            }
        }
        return term(term);
    }

    private SetValue.Term term(Term term) {
        if (term instanceof Term.Path path) {
            return new SetValue.Path(PathBinder.path(path));
        }
        if (term instanceof Term.Call call) {
            return listAppend(call);
        }
        AttributeValue value = values.valueOrNull(term);
        if (value == null) {
            throw TermNames.unsupported(term);
        }
        return new SetValue.Constant(value);
    }

    private SetValue.Term listAppend(Term.Call call) {
        if (!call.name().equals("list_append")) {
            throw FunctionBinder.unrecognized(call);
        }
        OperandRules.requireCount(call.name(), call.operands().size());
        return new SetValue.ListAppend(
                typed(call.name(), call.operands().getFirst(), AttributeValue.Type.L),
                typed(call.name(), call.operands().getLast(), AttributeValue.Type.L));
    }

    // The term, which has to be of this type if its type is known.
    private SetValue.Term typed(String function, Term written, AttributeValue.Type required) {
        SetValue.Term term = term(written);
        if (term instanceof SetValue.Constant(AttributeValue value) && value.type() != required) {
            throw OperandRules.wrongType(function, value.type());
        }
        return term;
    }

    private AttributeValue members(DocumentPath target, Term.Call call) {
        if (call.operands().size() != 2) {
            throw misused(call, call.place(), "%s must have exactly two arguments");
        }
        Term first = call.operands().getFirst();
        if (!(first instanceof Term.Path path) || !PathBinder.path(path).equals(target)) {
            throw misused(
                    call, call.place(), "The first argument to %s must equal the assignment value");
        }
        AttributeValue members = values.valueOrNull(call.operands().getLast());
        if (members == null || !isSet(members.type())) {
            throw misused(
                    call, first.place(), "The second argument to %s must be a value with type SET");
        }
        return members;
    }

    private static boolean isSet(AttributeValue.Type type) {
        return switch (type) {
            case SS, NS, BS -> true;
            case S, N, B, BOOL, NULL, L, M -> false;
        };
    }

    private static InvalidExpressionException misused(Term.Call call, Place place, String rule) {
        String function = call.name().toUpperCase(Locale.ROOT);
        return new InvalidExpressionException(rule.formatted(function) + " at " + place);
    }
}
