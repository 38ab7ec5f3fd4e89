package dev.millrace.expression.syntax;

import java.util.List;

/// The tokens of one expression and how far they have been read.
final class TokenReader {
    private final String text;
    private final List<Token> tokens;
    private int next;

    TokenReader(String text) {
        this.text = text;
        this.tokens = Lexer.tokenize(text);
    }

    /// The next token, which is not yet read.
    Token peek() {
        return tokens.get(next);
    }

    /// Whether the token after the next one is of this type.
    boolean isFollowedBy(TokenType type) {
        return next + 1 < tokens.size() && tokens.get(next + 1).type() == type;
    }

    /// Whether the next token is of this type.
    boolean isAt(TokenType type) {
        return peek().type() == type;
    }

    /// Whether the next token is this keyword.
    boolean isAtWord(String word) {
        return peek().isWord(word);
    }

    /// Reads the next token, whatever it is; the end is never passed.
    Token read() {
        Token token = peek();
        if (token.type() != TokenType.END) {
            next++;
        }
        return token;
    }

    /// Reads the next token if it is of this type.
    boolean skip(TokenType type) {
        boolean found = isAt(type);
        if (found) {
            read();
        }
        return found;
    }

    /// Reads the next token if it is this keyword.
    boolean skipWord(String word) {
        boolean found = isAtWord(word);
        if (found) {
            read();
        }
        return found;
    }

    /// Reads the next token, which has to be of this type.
    Token require(TokenType type) {
        if (!isAt(type)) {
            throw unexpected();
        }
        return read();
    }

    /// Whether more parentheses open than close, or the other way round.
    boolean isUnbalanced() {
        long opening = count(TokenType.LEFT_PARENTHESIS);
        return opening != count(TokenType.RIGHT_PARENTHESIS);
    }

    /// The fault that the expression ends too early.
    InvalidExpressionException unexpectedEnd() {
        next = tokens.size() - 1;
        return unexpected();
    }

    private long count(TokenType type) {
        return tokens.stream().filter(token -> token.type() == type).count();
    }

    /// The fault that the next token has no place here.
    InvalidExpressionException unexpected() {
        int start = tokens.get(Math.max(0, next - 1)).start();
        int end = tokens.get(Math.min(tokens.size() - 1, next + 1)).end();
        String near = text.substring(start, end).strip();
        return new InvalidExpressionException(
                "Syntax error; token: \"" + peek().text() + "\", near: \"" + near + "\"");
    }
}
