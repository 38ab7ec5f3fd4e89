package dev.millrace.expression.partiql;

/// A piece of a statement.
///
/// @param text of a keyword or operator in lower case; of a text or quoted name without its quotes
record Token(TokenKind kind, String text, Place place) {
    /// Whether this is the keyword or operator `word`.
    boolean isWord(String word) {
        return (kind == TokenKind.KEYWORD || kind == TokenKind.OPERATOR) && text.equals(word);
    }

    /// Whether this is a name.
    boolean isName() {
        return kind == TokenKind.IDENTIFIER || kind == TokenKind.QUOTED_IDENTIFIER;
    }
}
