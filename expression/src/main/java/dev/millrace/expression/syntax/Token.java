package dev.millrace.expression.syntax;

/// A piece of an expression's text, from `start` to before `end`.
record Token(TokenType type, String text, int start, int end) {
    /// Whether this is the keyword `word`, in whatever case.
    boolean isWord(String word) {
        return type == TokenType.IDENTIFIER && text.equalsIgnoreCase(word);
    }
}
