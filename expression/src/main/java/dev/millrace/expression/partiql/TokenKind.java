package dev.millrace.expression.partiql;

/// The kinds of token, by the names that AWS's parser prints when one of them is missing.
enum TokenKind {
    IDENTIFIER,
    QUOTED_IDENTIFIER,
    KEYWORD,
    OPERATOR,
    TEXT,
    NUMBER,
    QUESTION_MARK,
    LEFT_PAREN,
    RIGHT_PAREN,
    LEFT_BRACKET,
    RIGHT_BRACKET,
    LEFT_CURLY,
    RIGHT_CURLY,
    LEFT_DOUBLE_ANGLE_BRACKET,
    RIGHT_DOUBLE_ANGLE_BRACKET,
    COLON,
    COMMA,
    DOT,
    STAR,
    SEMICOLON,
    END
}
