package dev.millrace.expression.ast;

/// Plus or minus, in a `SET` action.
public enum ArithmeticOperator {
    PLUS("+"),
    MINUS("-");

    private final String sign;

    ArithmeticOperator(String sign) {
        this.sign = sign;
    }

    /// The sign that stands for it in expressions.
    public String sign() {
        return sign;
    }
}
