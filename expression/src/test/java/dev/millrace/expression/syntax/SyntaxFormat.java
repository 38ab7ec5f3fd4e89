package dev.millrace.expression.syntax;

import java.util.List;
import java.util.stream.Collectors;

/// Writes syntax trees as text, with no more parentheses than needed.
final class SyntaxFormat {
    private SyntaxFormat() {}

    static String format(ConditionSyntax condition) {
        return switch (condition) {
            case ConditionSyntax.Or(var terms) -> join(terms, " OR ", 1);
            case ConditionSyntax.And(var terms) -> join(terms, " AND ", 2);
            case ConditionSyntax.Not(var term) -> "NOT " + nested(term, 3);
            case ConditionSyntax.Comparison(var operator, var left, var right) ->
                    format(left) + " " + operator.sign() + " " + format(right);
            case ConditionSyntax.Between(var operand, var lower, var upper) ->
                    format(operand) + " BETWEEN " + format(lower) + " AND " + format(upper);
            case ConditionSyntax.In(var operand, var candidates) ->
                    format(operand) + " IN (" + formatAll(candidates) + ")";
            case FunctionSyntax function -> formatFunction(function);
        };
    }

    static String format(OperandSyntax operand) {
        return switch (operand) {
            case PathSyntax path -> formatPath(path);
            case ValueSyntax(String placeholder) -> placeholder;
            case FunctionSyntax function -> formatFunction(function);
        };
    }

    static String format(ActionSyntax action) {
        String path = formatPath(action.path());
        return switch (action) {
            case ActionSyntax.Set(var _, var value) -> "SET " + path + " = " + format(value);
            case ActionSyntax.Remove _ -> "REMOVE " + path;
            case ActionSyntax.Add(var _, var value) -> "ADD " + path + " " + value.placeholder();
            case ActionSyntax.Delete(var _, var value) ->
                    "DELETE " + path + " " + value.placeholder();
        };
    }

    static String formatAll(List<? extends OperandSyntax> operands) {
        return operands.stream().map(SyntaxFormat::format).collect(Collectors.joining(", "));
    }

    private static String format(SetValueSyntax value) {
        return switch (value) {
            case OperandSyntax operand -> format(operand);
            case ArithmeticSyntax(var operator, var left, var right) ->
                    format(left) + " " + operator.sign() + " " + format(right);
        };
    }

    private static String formatFunction(FunctionSyntax function) {
        return function.name() + "(" + formatAll(function.operands()) + ")";
    }

    private static String formatPath(PathSyntax path) {
        StringBuilder text = new StringBuilder();
        for (PathSyntax.Segment segment : path.segments()) {
            String dot = text.isEmpty() ? "" : ".";
            text.append(
                    switch (segment) {
                        case PathSyntax.Name(String name) -> dot + name;
                        case PathSyntax.Placeholder(String placeholder) -> dot + placeholder;
                        case PathSyntax.Index(int index) -> "[" + index + "]";
                    });
        }
        return text.toString();
    }

    private static String join(List<ConditionSyntax> terms, String word, int strength) {
        return terms.stream().map(term -> nested(term, strength)).collect(Collectors.joining(word));
    }

    private static String nested(ConditionSyntax term, int strength) {
        return strength(term) > strength || term instanceof ConditionSyntax.Not
                ? format(term)
                : "(" + format(term) + ")";
    }

    private static int strength(ConditionSyntax condition) {
        return switch (condition) {
            case ConditionSyntax.Or _ -> 1;
            case ConditionSyntax.And _ -> 2;
            case ConditionSyntax.Not _ -> 3;
            case ConditionSyntax.Comparison _,
                    ConditionSyntax.Between _,
                    ConditionSyntax.In _,
                    FunctionSyntax _ ->
                    4;
        };
    }
}
