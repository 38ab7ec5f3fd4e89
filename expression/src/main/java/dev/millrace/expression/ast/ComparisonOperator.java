package dev.millrace.expression.ast;

import org.jspecify.annotations.Nullable;

/// One of the six comparisons, by its sign.
public enum ComparisonOperator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    ComparisonOperator(String sign) {
        this.sign = sign;
    }

    /// The operator with this sign, or null if there is none.
    public static @Nullable ComparisonOperator ofSign(String sign) {
        for (ComparisonOperator operator : values()) {
            if (operator.sign.equals(sign)) {
                return operator;
            }
        }
        return null;
    }

    /// The sign that stands for it in expressions.
    public String sign() {
        return sign;
    }

    /// Whether it asks which operand is larger, rather than whether they are equal.
    public boolean isOrdering() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    /// The comparison that holds when the operands change places.
    public ComparisonOperator mirrored() {
        return switch (this) {
            case EQUAL -> EQUAL;
            case NOT_EQUAL -> NOT_EQUAL;
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        };
    }
}
