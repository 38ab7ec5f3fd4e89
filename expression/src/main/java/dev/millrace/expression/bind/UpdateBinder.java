package dev.millrace.expression.bind;

import dev.millrace.expression.ast.SetValue;
import dev.millrace.expression.ast.UpdateAction;
import dev.millrace.expression.syntax.ActionSyntax;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.value.AttributeValue;

import java.util.ArrayList;
import java.util.List;

/// Makes update actions of those written.
public final class UpdateBinder {
    private UpdateBinder() {}

    /// The actions with these placeholders, which are marked as used.
    ///
    /// @throws InvalidExpressionException if the update cannot be applied to any item
    public static List<UpdateAction> bind(List<ActionSyntax> actions, Placeholders placeholders) {
        UndefinedNames.requireNone(actions, placeholders);
        List<ResolvedAction> resolved = new ArrayList<>();
        for (ActionSyntax action : actions) {
            resolved.add(ResolvedAction.of(action, placeholders));
        }
        PathOverlaps.requireNone(resolved.stream().map(ResolvedAction::path).toList());
        resolved.forEach(UpdateBinder::requireOperandType);
        resolved.forEach(action -> OperandFaults.requireCounts(action.operands()));
        return resolved.stream().map(UpdateBinder::build).toList();
    }

    private static void requireOperandType(ResolvedAction action) {
        switch (action) {
            case ResolvedAction.Add add -> {
                if (!isNumber(add.value()) && !isSet(add.value())) {
                    throw wrongType("ADD", add.value());
                }
            }
            case ResolvedAction.Delete delete -> {
                if (!isSet(delete.value())) {
                    throw wrongType("DELETE", delete.value());
                }
            }
            case ResolvedAction.Set _, ResolvedAction.SetArithmetic _, ResolvedAction.Remove _ -> {}
        }
    }

    private static UpdateAction build(ResolvedAction action) {
        return switch (action) {
            case ResolvedAction.Set set ->
                    new UpdateAction.Set(set.path(), SetTerms.term(set.value()));
            case ResolvedAction.SetArithmetic arithmetic ->
                    new UpdateAction.Set(arithmetic.path(), arithmetic(arithmetic));
            case ResolvedAction.Remove remove -> new UpdateAction.Remove(remove.path());
            case ResolvedAction.Add add -> new UpdateAction.Add(add.path(), add.value());
            case ResolvedAction.Delete delete ->
                    new UpdateAction.Delete(delete.path(), delete.value());
        };
    }

    private static SetValue arithmetic(ResolvedAction.SetArithmetic action) {
        String sign = action.operator().sign();
        return new SetValue.Arithmetic(
                action.operator(),
                SetTerms.term(sign, action.left(), AttributeValue.Type.N),
                SetTerms.term(sign, action.right(), AttributeValue.Type.N));
    }

    private static boolean isNumber(AttributeValue value) {
        return value.type() == AttributeValue.Type.N;
    }

    private static boolean isSet(AttributeValue value) {
        return switch (value.type()) {
            case SS, NS, BS -> true;
            case S, N, B, BOOL, NULL, L, M -> false;
        };
    }

    private static InvalidExpressionException wrongType(String operator, AttributeValue value) {
        return new InvalidExpressionException(
                "Incorrect operand type for operator or function; operator: "
                        + operator
                        + ", operand type: "
                        + longName(value.type()));
    }

    // Only ADD and DELETE print the types by their long names.
    private static String longName(AttributeValue.Type type) {
        return switch (type) {
            case S -> "STRING";
            case N -> "NUMBER";
            case B -> "BINARY";
            case SS -> "STRING_SET";
            case NS -> "NUMBER_SET";
            case BS -> "BINARY_SET";
            case BOOL -> "BOOLEAN";
            case NULL -> "NULL";
            case L -> "LIST";
            case M -> "MAP";
        };
    }
}
