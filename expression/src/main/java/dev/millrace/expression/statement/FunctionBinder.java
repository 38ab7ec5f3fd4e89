package dev.millrace.expression.statement;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.bind.OperandRules;
import dev.millrace.expression.partiql.Term;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.value.AttributeValue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Makes predicates of the functions that are conditions.
final class FunctionBinder {
    // In the order of AWS's hash table, which is another than that of expressions.
    private static final String VALID_TYPES = "{N,BS,L,B,NULL,M,S,SS,NS,BOOL}";

    private FunctionBinder() {}

    /// The predicate that the call means.
    ///
    /// @param operand makes an operand of a term
    /// @throws InvalidExpressionException if there is no such function, or its operands do not fit
    static Predicate predicate(Term.Call call, Function<Term, Operand> operand) {
        String name = call.name();
        if (!isCondition(name)) {
            throw unrecognized(call);
        }
        List<Operand> operands = call.operands().stream().map(operand).toList();
        OperandRules.requireCount(name, operands.size());
        Operand first = operands.getFirst();
        Operand second = operands.getLast();
        return switch (name) {
            case "attribute_exists" -> new Predicate.AttributeExists(path(name, first));
            case "attribute_not_exists" -> new Predicate.AttributeNotExists(path(name, first));
            case "attribute_type" -> new Predicate.AttributeType(first, type(name, second));
            case "begins_with" ->
                    new Predicate.BeginsWith(
                            OperandRules.prefixed(name, first),
                            OperandRules.prefixed(name, second));
            default -> new Predicate.Contains(first, second);
        };
    }

    /// The fault of a function that does not exist where it is called.
    static InvalidExpressionException unrecognized(Term.Call call) {
        return new InvalidExpressionException(
                "Unrecognized function: " + call.name() + " at " + call.place());
    }

    private static boolean isCondition(String name) {
        return switch (name) {
            case "attribute_exists",
                    "attribute_not_exists",
                    "attribute_type",
                    "begins_with",
                    "contains" ->
                    true;
            default -> false;
        };
    }

    private static DocumentPath path(String name, Operand operand) {
        if (operand instanceof Operand.Path(DocumentPath path)) {
            return path;
        }
        throw OperandRules.noPath(name);
    }

    private static AttributeValue.Type type(String function, Operand operand) {
        return switch (operand) {
            case Operand.Constant(AttributeValue.S(String name)) -> typeNamed(name);
            case Operand.Constant(AttributeValue value) ->
                    throw OperandRules.wrongType(function, value.type());
            case Operand.Path _, Operand.Truth _ ->
                    throw OperandRules.wrongType(function, AttributeValue.Type.BOOL);
            case Operand.Size _ -> throw OperandRules.wrongType(function, AttributeValue.Type.N);
        };
    }

    private static AttributeValue.Type typeNamed(String name) {
        return Arrays.stream(AttributeValue.Type.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidExpressionException(
                                "Invalid attribute type name found; type: "
                                        + name
                                        + ", valid types: "
                                        + VALID_TYPES));
    }
}
