package dev.millrace.expression.bind;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.value.AttributeValue;

import java.util.List;

/// Checks of operands that conditions and updates share, and the texts of what they find.
final class OperandFaults {
    private OperandFaults() {}

    /// Requires every function call, the inner ones first, to have its number of operands.
    static void requireCounts(List<Resolved> operands) {
        for (Resolved operand : operands) {
            if (operand instanceof Resolved.Call(String function, List<Resolved> inner)) {
                requireCounts(inner);
                requireCount(function, inner.size());
            }
        }
    }

    /// Requires `count` operands to be right for the function.
    static void requireCount(String function, int count) {
        if (count != arity(function)) {
            throw new InvalidExpressionException(
                    "Incorrect number of operands for operator or function; operator or function: "
                            + function
                            + ", number of operands: "
                            + count);
        }
    }

    /// Requires the first operand of a function to be a document path.
    static DocumentPath requirePath(String function, Resolved operand) {
        if (operand instanceof Resolved.Path(DocumentPath path)) {
            return path;
        }
        throw noPath(function);
    }

    static InvalidExpressionException noPath(String function) {
        return new InvalidExpressionException(
                "Operator or function requires a document path; operator or function: " + function);
    }

    static InvalidExpressionException wrongType(String function, AttributeValue.Type type) {
        return wrongType(function, type.name());
    }

    static InvalidExpressionException wrongType(String function, String types) {
        return new InvalidExpressionException(
                "Incorrect operand type for operator or function; operator or function: "
                        + function
                        + ", operand type: "
                        + types);
    }

    private static int arity(String function) {
        return switch (function) {
            case "attribute_exists", "attribute_not_exists", "size" -> 1;
            case "attribute_type", "begins_with", "contains", "if_not_exists", "list_append" -> 2;
            default -> throw new IllegalStateException("function is not known");
        };
    }
}
