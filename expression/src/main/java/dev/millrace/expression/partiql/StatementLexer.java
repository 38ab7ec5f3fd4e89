package dev.millrace.expression.partiql;

import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.value.Decimal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts the text of a statement into tokens. White space and comments, `--` to the end of the line
/// and `/* … */`, are passed over.
final class StatementLexer {
    private static final String END_OF_LINE = "\n";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int line = 1;
    private int lineStart;

    private StatementLexer(String text) {
        this.text = text;
    }

    /// The tokens of `text`, the last of them being the end.
    ///
    /// @throws InvalidExpressionException if a character begins no token, or a token does not end
    static List<Token> tokenize(String text) {
        StatementLexer lexer = new StatementLexer(text);
        lexer.skipBlanks();
        while (lexer.position < text.length()) {
            lexer.readToken();
            lexer.skipBlanks();
        }
        lexer.add(TokenKind.END, "", text.length());
        return lexer.tokens;
    }

    private void skipBlanks() {
        boolean more = true;
        while (more) {
            more = skipSpace() || skipComment();
        }
    }

    private boolean skipSpace() {
        if (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            pass(position + 1);
            return true;
        }
        return false;
    }

    private boolean skipComment() {
        if (text.startsWith("--", position)) {
            int end = text.indexOf(END_OF_LINE, position);
            pass(end < 0 ? text.length() : end);
            return true;
        }
        if (text.startsWith("/*", position)) {
            pass(endBehind("*/", position + 2));
            return true;
        }
        return false;
    }

    private void readToken() {
        char first = text.charAt(position);
        switch (first) {
            case '\'' -> readQuoted(TokenKind.TEXT, '\'');
            case '"' -> readQuoted(TokenKind.QUOTED_IDENTIFIER, '"');
            case '(' -> addSign(TokenKind.LEFT_PAREN, 1);
            case ')' -> addSign(TokenKind.RIGHT_PAREN, 1);
            case '[' -> addSign(TokenKind.LEFT_BRACKET, 1);
            case ']' -> addSign(TokenKind.RIGHT_BRACKET, 1);
            case '{' -> addSign(TokenKind.LEFT_CURLY, 1);
            case '}' -> addSign(TokenKind.RIGHT_CURLY, 1);
            case ':' -> addSign(TokenKind.COLON, 1);
            case ',' -> addSign(TokenKind.COMMA, 1);
            case ';' -> addSign(TokenKind.SEMICOLON, 1);
            case '?' -> addSign(TokenKind.QUESTION_MARK, 1);
            case '*' -> addSign(TokenKind.STAR, 1);
            case '+', '-', '/', '%', '=' -> addSign(TokenKind.OPERATOR, 1);
            case '<' -> readLess();
            case '>' -> readGreater();
            case '!' -> readPair("!=", "<>");
            case '|' -> readPair("||", "||");
            case '.' -> readDot();
            default -> readWord(first);
        }
    }

    private void readLess() {
        if (text.startsWith("<<", position)) {
            addSign(TokenKind.LEFT_DOUBLE_ANGLE_BRACKET, 2);
        } else {
            boolean isPair = text.startsWith("<=", position) || text.startsWith("<>", position);
            addSign(TokenKind.OPERATOR, isPair ? 2 : 1);
        }
    }

    private void readGreater() {
        if (text.startsWith(">>", position)) {
            addSign(TokenKind.RIGHT_DOUBLE_ANGLE_BRACKET, 2);
        } else {
            addSign(TokenKind.OPERATOR, text.startsWith(">=", position) ? 2 : 1);
        }
    }

    private void readPair(String sign, String meaning) {
        if (!text.startsWith(sign, position)) {
            throw unreadable();
        }
        add(TokenKind.OPERATOR, meaning, position + sign.length());
    }

    private void readDot() {
        if (isDigitAt(position + 1)) {
            readNumber();
        } else {
            addSign(TokenKind.DOT, 1);
        }
    }

    private void readWord(char first) {
        if (isDigit(first)) {
            readNumber();
            return;
        }
        if (!isNameStart(first)) {
            throw unreadable();
        }
        int end = position + 1;
        while (end < text.length()
                && (isNameStart(text.charAt(end)) || isDigit(text.charAt(end)))) {
            end++;
        }
        String word = text.substring(position, end);
        String lower = word.toLowerCase(Locale.ROOT);
        if (Words.OPERATORS.contains(lower)) {
            add(TokenKind.OPERATOR, lower, end);
        } else if (Words.isKeyword(lower)) {
            add(TokenKind.KEYWORD, lower, end);
        } else {
            add(TokenKind.IDENTIFIER, word, end);
        }
    }

    private void readNumber() {
        int end = endOfDigits(position);
        if (end < text.length() && text.charAt(end) == '.') {
            end = endOfDigits(end + 1);
        }
        end = endOfExponent(end);
        String number = text.substring(position, end);
        requireConvertible(number);
        add(TokenKind.NUMBER, number, end);
    }

    private int endOfExponent(int start) {
        if (start >= text.length() || "eE".indexOf(text.charAt(start)) < 0) {
            return start;
        }
        boolean isSigned = start + 1 < text.length() && "+-".indexOf(text.charAt(start + 1)) >= 0;
        int end = endOfDigits(isSigned ? start + 2 : start + 1);
        return end == start + (isSigned ? 2 : 1) ? start : end;
    }

    // AWS reads a literal with Java's BigDecimal, whose scale has 32 bits.
    private static void requireConvertible(String number) {
        try {
            var _ = Decimal.unbounded(number);
        } catch (NumberFormatException _) {
            throw unreadable();
        }
    }

    // A quote within is doubled.
    private void readQuoted(TokenKind kind, char quote) {
        StringBuilder content = new StringBuilder();
        int next = position + 1;
        while (true) {
            int end = text.indexOf(quote, next);
            if (end < 0) {
                throw unreadable();
            }
            content.append(text, next, end);
            if (end + 1 >= text.length() || text.charAt(end + 1) != quote) {
                add(kind, content.toString(), end + 1);
                return;
            }
            content.append(quote);
            next = end + 2;
        }
    }

    private void addSign(TokenKind kind, int length) {
        add(kind, text.substring(position, position + length), position + length);
    }

    private void add(TokenKind kind, String content, int end) {
        Place place = new Place(line, position - lineStart + 1, end - position);
        tokens.add(new Token(kind, content, place));
        pass(end);
    }

    private void pass(int end) {
        for (; position < end; position++) {
            if (text.charAt(position) == '\n') {
                line++;
                lineStart = position + 1;
            }
        }
    }

    private int endBehind(String closing, int from) {
        int end = text.indexOf(closing, from);
        if (end < 0) {
            throw unreadable();
        }
        return end + closing.length();
    }

    private int endOfDigits(int start) {
        int end = start;
        while (isDigitAt(end)) {
            end++;
        }
        return end;
    }

    private boolean isDigitAt(int index) {
        return index < text.length() && isDigit(text.charAt(index));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    // AWS tells no more about what it cannot cut into tokens.
    private static InvalidExpressionException unreadable() {
        return TokenCursor.malformed("");
    }
}
