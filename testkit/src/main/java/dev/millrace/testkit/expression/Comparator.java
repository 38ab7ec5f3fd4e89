package dev.millrace.testkit.expression;

/// One of the six comparison operators of condition expressions.
public enum Comparator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Comparator(String symbol) {
        this.symbol = symbol;
    }

    /// The operator as expressions spell it.
    public String symbol() {
        return symbol;
    }

    /// Whether the operator asks for an order and not only for equality.
    public boolean isOrdering() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    /// Whether the operator holds for two values that compare as `order` (negative, 0, positive).
    public boolean accepts(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }
}
