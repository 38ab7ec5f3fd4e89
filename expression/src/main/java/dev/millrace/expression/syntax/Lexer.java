package dev.millrace.expression.syntax;

import java.util.ArrayList;
import java.util.List;

/// Cuts the text of an expression into tokens. It never fails: a character that begins no token is
/// a token of its own, which no grammar accepts.
final class Lexer {
    private static final String END_TEXT = "<EOF>";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(String text) {
        this.text = text;
    }

    /// The tokens of `text`, the last of them being the end.
    static List<Token> tokenize(String text) {
        Lexer lexer = new Lexer(text);
        lexer.skipBlanks();
        while (lexer.position < text.length()) {
            lexer.readToken();
            lexer.skipBlanks();
        }
        lexer.tokens.add(new Token(TokenType.END, END_TEXT, text.length(), text.length()));
        return lexer.tokens;
    }

    private void skipBlanks() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private void readToken() {
        char first = text.charAt(position);
        switch (first) {
            case '(' -> add(TokenType.LEFT_PARENTHESIS, 1);
            case ')' -> add(TokenType.RIGHT_PARENTHESIS, 1);
            case '[' -> add(TokenType.LEFT_BRACKET, 1);
            case ']' -> add(TokenType.RIGHT_BRACKET, 1);
            case ',' -> add(TokenType.COMMA, 1);
            case '.' -> add(TokenType.DOT, 1);
            case '+' -> add(TokenType.PLUS, 1);
            case '-' -> add(TokenType.MINUS, 1);
            case '=' -> add(TokenType.COMPARISON, 1);
            case '<' -> add(TokenType.COMPARISON, isNext('=') || isNext('>') ? 2 : 1);
            case '>' -> add(TokenType.COMPARISON, isNext('=') ? 2 : 1);
            case '#' -> readPlaceholder(TokenType.NAME_PLACEHOLDER);
            case ':' -> readPlaceholder(TokenType.VALUE_PLACEHOLDER);
            default -> readOther(first);
        }
    }

    private void readPlaceholder(TokenType type) {
        int end = endOfWord(position + 1);
        add(end > position + 1 ? type : TokenType.UNKNOWN, end - position);
    }

    private void readOther(char first) {
        if (isDigit(first)) {
            add(TokenType.INTEGER, endOfDigits(position) - position);
        } else if (isWordPart(first)) {
            add(TokenType.IDENTIFIER, endOfWord(position) - position);
        } else {
            add(TokenType.UNKNOWN, Character.charCount(text.codePointAt(position)));
        }
    }

    private void add(TokenType type, int length) {
        int end = position + length;
        tokens.add(new Token(type, text.substring(position, end), position, end));
        position = end;
    }

    private boolean isNext(char expected) {
        return position + 1 < text.length() && text.charAt(position + 1) == expected;
    }

    private int endOfWord(int start) {
        int end = start;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfDigits(int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
