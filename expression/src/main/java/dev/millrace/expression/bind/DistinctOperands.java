package dev.millrace.expression.bind;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.syntax.InvalidExpressionException;

import java.util.List;

/// The rule that a comparison or function may not name one path twice, as its answer would not
/// depend on the item.
final class DistinctOperands {
    private DistinctOperands() {}

    /// Requires the two operands to be distinct, and those of functions within them before.
    static void require(String operator, Resolved first, Resolved second) {
        requireWithin(first);
        requireWithin(second);
        if (first instanceof Resolved.Path(DocumentPath path) && first.equals(second)) {
            throw new InvalidExpressionException(
                    "The first operand must be distinct from the remaining operands for this"
                            + " operator or function; operator: "
                            + operator
                            + ", first operand: "
                            + path);
        }
    }

    private static void requireWithin(Resolved operand) {
        if (operand instanceof Resolved.Call(String function, List<Resolved> operands)
                && operands.size() == 2) {
            require(function, operands.getFirst(), operands.getLast());
        }
    }
}
