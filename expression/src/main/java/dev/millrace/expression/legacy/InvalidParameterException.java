package dev.millrace.expression.legacy;

/// What is wrong with a legacy parameter, in AWS's words.
public final class InvalidParameterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidParameterException(String reason) {
        super(reason, null, false, false);
    }

    /// A fault with the preamble that most of them have.
    static InvalidParameterException value(String reason) {
        return new InvalidParameterException(
                "One or more parameter values were invalid: " + reason);
    }

    /// The whole text.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
