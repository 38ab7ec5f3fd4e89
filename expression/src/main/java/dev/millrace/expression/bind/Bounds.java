package dev.millrace.expression.bind;

import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.ValueOrder;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.value.AttributeValue;

import java.util.Base64;

/// The rule that the bounds of `BETWEEN`, if both are values, are of one type and in order.
final class Bounds {
    private Bounds() {}

    static void require(Operand lower, Operand upper) {
        if (lower instanceof Operand.Constant(AttributeValue low)
                && upper instanceof Operand.Constant(AttributeValue high)) {
            require(low, high);
        }
    }

    private static void require(AttributeValue low, AttributeValue high) {
        if (low.type() != high.type()) {
            throw fault("same data type for lower and upper bounds", low, high);
        }
        if (ValueOrder.isGreater(low, high)) {
            throw fault("upper bound to be greater than or equal to lower bound", low, high);
        }
    }

    private static InvalidExpressionException fault(
            String requirement, AttributeValue low, AttributeValue high) {
        return new InvalidExpressionException(
                "The BETWEEN operator requires "
                        + requirement
                        + "; lower bound operand: AttributeValue: "
                        + print(low)
                        + ", upper bound operand: AttributeValue: "
                        + print(high));
    }

    private static String print(AttributeValue value) {
        return "{" + value.type() + ":" + scalar(value) + "}";
    }

    private static String scalar(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(String text) -> text;
            case AttributeValue.N(var number) -> number.toString();
            case AttributeValue.B(var binary) -> Base64.getEncoder().encodeToString(binary.bytes());
            case AttributeValue.SS _,
                    AttributeValue.NS _,
                    AttributeValue.BS _,
                    AttributeValue.Bool _,
                    AttributeValue.Null _,
                    AttributeValue.L _,
                    AttributeValue.M _ ->
                    throw new IllegalStateException("bound is of a type without order");
        };
    }
}
