package dev.millrace.expression.bind;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.value.AttributeValue;

import java.util.Arrays;
import java.util.List;

/// Makes predicates of the functions that are conditions by themselves.
final class FunctionBinder {
    // The texts list the types in the order of AWS's hash table.
    private static final String ALL_TYPES = "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}";
    private static final String VALID_TYPES = "{B,NULL,SS,BOOL,L,BS,N,NS,S,M}";

    /// The predicate that the function means with these operands.
    Predicate bind(String name, List<Resolved> operands) {
        OperandFaults.requireCounts(operands);
        OperandFaults.requireCount(name, operands.size());
        Resolved first = operands.getFirst();
        Resolved second = operands.getLast();
        if (operands.size() == 2) {
            DistinctOperands.require(name, first, second);
        }
        return switch (name) {
            case "attribute_exists" -> new Predicate.AttributeExists(path(name, first));
            case "attribute_not_exists" -> new Predicate.AttributeNotExists(path(name, first));
            case "attribute_type" ->
                    new Predicate.AttributeType(ConditionOperands.of(first), type(second));
            case "begins_with" ->
                    new Predicate.BeginsWith(
                            ConditionOperands.prefixed(name, first),
                            ConditionOperands.prefixed(name, second));
            case "contains" ->
                    new Predicate.Contains(
                            ConditionOperands.of(first), ConditionOperands.of(second));
            default -> throw new IllegalStateException("function is no condition");
        };
    }

    private static DocumentPath path(String name, Resolved operand) {
        // A fault within a function that stands in the path's place is found first.
        if (operand instanceof Resolved.Call) {
            ConditionOperands.of(operand);
        }
        return OperandFaults.requirePath(name, operand);
    }

    private static AttributeValue.Type type(Resolved operand) {
        return switch (ConditionOperands.of(operand)) {
            case Operand.Path _ -> throw OperandFaults.wrongType("attribute_type", ALL_TYPES);
            case Operand.Size _ ->
                    throw OperandFaults.wrongType("attribute_type", AttributeValue.Type.N);
            case Operand.Truth _ ->
                    throw OperandFaults.wrongType("attribute_type", AttributeValue.Type.BOOL);
            case Operand.Constant(AttributeValue.S(String name)) -> typeNamed(name);
            case Operand.Constant(AttributeValue value) ->
                    throw OperandFaults.wrongType("attribute_type", value.type());
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
