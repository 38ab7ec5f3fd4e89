package dev.millrace.expression.syntax;

/// What is wrong with an expression, in AWS's words but without the preamble that names the kind of
/// expression, which is added where the answer is made.
public final class InvalidExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// A fault of the client's expression; it tells nothing of our code and has no stack trace.
    public InvalidExpressionException(String reason) {
        super(reason, null, false, false);
    }

    /// What is wrong.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
