package dev.millrace.expression.syntax;

/// The kinds of token in all expressions.
enum TokenType {
    IDENTIFIER,
    NAME_PLACEHOLDER,
    VALUE_PLACEHOLDER,
    INTEGER,
    LEFT_PARENTHESIS,
    RIGHT_PARENTHESIS,
    LEFT_BRACKET,
    RIGHT_BRACKET,
    COMMA,
    DOT,
    PLUS,
    MINUS,
    COMPARISON,
    UNKNOWN,
    END
}
