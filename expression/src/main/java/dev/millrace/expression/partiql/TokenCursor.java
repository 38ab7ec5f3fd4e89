package dev.millrace.expression.partiql;

import dev.millrace.expression.syntax.InvalidExpressionException;

import java.util.List;

/// The tokens of one statement and how far they have been read.
final class TokenCursor {
    private static final String NOT_WELL_FORMED =
            "Statement wasn't well formed, can't be processed: ";

    private final List<Token> tokens;
    private int next;

    TokenCursor(String statement) {
        this.tokens = StatementLexer.tokenize(statement);
    }

    /// The fault of a statement that cannot be read.
    static InvalidExpressionException malformed(String reason) {
        return new InvalidExpressionException(NOT_WELL_FORMED + reason);
    }

    /// The next token, which is not yet read.
    Token peek() {
        return tokens.get(next);
    }

    /// The token behind the next one, or the end.
    Token second() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    /// Whether the next token is of this kind.
    boolean isAt(TokenKind kind) {
        return peek().kind() == kind;
    }

    /// Whether the next token is this keyword or operator.
    boolean isAtWord(String word) {
        return peek().isWord(word);
    }

    /// Reads the next token, whatever it is; the end is never passed.
    Token read() {
        Token token = peek();
        if (token.kind() != TokenKind.END) {
            next++;
        }
        return token;
    }

    /// Reads the next token if it is of this kind.
    boolean skip(TokenKind kind) {
        boolean found = isAt(kind);
        if (found) {
            read();
        }
        return found;
    }

    /// Reads the next token if it is this keyword or operator.
    boolean skipWord(String word) {
        boolean found = isAtWord(word);
        if (found) {
            read();
        }
        return found;
    }

    /// Reads the next token, which has to be of this kind.
    ///
    /// @throws InvalidExpressionException if it is not
    void require(TokenKind kind) {
        if (!skip(kind)) {
            throw malformed("Expected " + kind);
        }
    }

    /// Reads the next token, which has to be this keyword.
    ///
    /// @throws InvalidExpressionException with this reason if it is not
    void requireWord(String word, String reason) {
        if (!skipWord(word)) {
            throw malformed(reason);
        }
    }
}
