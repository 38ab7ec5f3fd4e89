package dev.millrace.expression.partiql;

import dev.millrace.expression.syntax.InvalidExpressionException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/// Reads what stands between operators: paths, literals, calls, and terms in parentheses.
final class OperandParser {
    private static final Set<String> TYPES =
            Set.of(
                    "missing",
                    "null",
                    "bool",
                    "boolean",
                    "smallint",
                    "int2",
                    "int4",
                    "int8",
                    "int",
                    "integer",
                    "float",
                    "real",
                    "dec",
                    "decimal",
                    "numeric",
                    "timestamp",
                    "date",
                    "time",
                    "char",
                    "character",
                    "varchar",
                    "string",
                    "symbol",
                    "clob",
                    "blob",
                    "struct",
                    "tuple",
                    "list",
                    "sexp",
                    "bag",
                    "any");

    private final TokenCursor tokens;
    private final TermParser terms;
    private final StatementParser statements;
    private int parameters;

    OperandParser(TokenCursor tokens, TermParser terms, StatementParser statements) {
        this.tokens = tokens;
        this.terms = terms;
        this.statements = statements;
    }

    /// How many parameters have been read.
    int parameters() {
        return parameters;
    }

    /// Reads one operand.
    ///
    /// @throws InvalidExpressionException if there is none
    Term parse() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case IDENTIFIER, QUOTED_IDENTIFIER -> parseNamed(token);
            case KEYWORD -> parseKeyword(token);
            case TEXT -> new Term.Text(tokens.read().place(), token.text());
            case NUMBER -> new Term.Numeral(tokens.read().place(), token.text());
            case QUESTION_MARK -> new Term.Parameter(tokens.read().place(), parameters++);
            case LEFT_PAREN -> parseGroup(token.place());
            case LEFT_BRACKET ->
                    new Term.ListOf(token.place(), parseAll(TokenKind.RIGHT_BRACKET, terms::parse));
            case LEFT_DOUBLE_ANGLE_BRACKET ->
                    new Term.BagOf(
                            token.place(),
                            parseAll(TokenKind.RIGHT_DOUBLE_ANGLE_BRACKET, terms::parse));
            case LEFT_CURLY ->
                    new Term.StructOf(
                            token.place(), parseAll(TokenKind.RIGHT_CURLY, this::parseEntry));
            case OPERATOR -> throw TokenCursor.malformed("Unexpected operator");
            case RIGHT_PAREN,
                    RIGHT_BRACKET,
                    RIGHT_CURLY,
                    RIGHT_DOUBLE_ANGLE_BRACKET,
                    COLON,
                    COMMA,
                    DOT,
                    STAR,
                    SEMICOLON,
                    END ->
                    throw TokenCursor.malformed("Unexpected term");
        };
    }

    /// Reads a name and its steps, where nothing else may stand.
    ///
    /// @throws InvalidExpressionException if there is no name
    Term.Path parsePath() {
        Token token = tokens.peek();
        if (!token.isName()) {
            throw TokenCursor.malformed("Expected identifier for simple path");
        }
        tokens.read();
        return new Term.Path(token.place(), token.text(), parseSteps());
    }

    /// Reads the name of a type, and answers with it in lower case.
    ///
    /// @throws InvalidExpressionException if there is no type of that name
    String parseType() {
        Token token = tokens.read();
        String word = token.text().toLowerCase(Locale.ROOT);
        boolean isWord = token.kind() == TokenKind.KEYWORD || token.kind() == TokenKind.IDENTIFIER;
        if (isWord && word.equals("double") && tokens.skipWord("precision")) {
            return "double";
        }
        if (!isWord || !TYPES.contains(word)) {
            throw TokenCursor.malformed("Expected type name");
        }
        if (word.startsWith("char")) {
            tokens.skipWord("varying");
        }
        return word;
    }

    private Term parseNamed(Token name) {
        tokens.read();
        if (name.kind() == TokenKind.IDENTIFIER && tokens.isAt(TokenKind.LEFT_PAREN)) {
            return parseCall(name);
        }
        return new Term.Path(name.place(), name.text(), parseSteps());
    }

    private Term parseKeyword(Token word) {
        if (statements.isAtStatement()) {
            return statements.parse();
        }
        tokens.read();
        return switch (word.text()) {
            case "true" -> new Term.Truth(word.place(), true);
            case "false" -> new Term.Truth(word.place(), false);
            case "null" -> new Term.Null(word.place());
            case "missing" -> new Term.Missing(word.place());
            default -> {
                if (Words.FUNCTIONS.contains(word.text()) && tokens.isAt(TokenKind.LEFT_PAREN)) {
                    yield parseCall(word);
                }
                throw TokenCursor.malformed("Unexpected keyword");
            }
        };
    }

    private Term parseCall(Token name) {
        List<Term> operands = parseAll(TokenKind.RIGHT_PAREN, this::parseArgument);
        return new Term.Call(name.place(), name.text().toLowerCase(Locale.ROOT), operands);
    }

    private Term parseArgument() {
        Token token = tokens.peek();
        boolean isStar =
                token.kind() == TokenKind.STAR && tokens.second().kind() == TokenKind.RIGHT_PAREN;
        return isStar ? new Term.Everything(tokens.read().place()) : terms.parse();
    }

    // One term in parentheses is that term.
    private Term parseGroup(Place place) {
        tokens.read();
        List<Term> all = new ArrayList<>();
        do {
            all.add(terms.parse());
        } while (tokens.skip(TokenKind.COMMA));
        tokens.require(TokenKind.RIGHT_PAREN);
        return all.size() == 1 ? all.getFirst() : new Term.ListOf(place, all);
    }

    private Term.Entry parseEntry() {
        Term name = terms.parse();
        tokens.require(TokenKind.COLON);
        return new Term.Entry(name, terms.parse());
    }

    private <T> List<T> parseAll(TokenKind closing, Supplier<T> element) {
        tokens.read();
        List<T> all = new ArrayList<>();
        if (tokens.skip(closing)) {
            return all;
        }
        do {
            all.add(element.get());
        } while (tokens.skip(TokenKind.COMMA));
        tokens.require(closing);
        return all;
    }

    private List<Term.Step> parseSteps() {
        List<Term.Step> steps = new ArrayList<>();
        while (true) {
            if (tokens.skip(TokenKind.DOT)) {
                steps.add(parseField());
            } else if (tokens.skip(TokenKind.LEFT_BRACKET)) {
                steps.add(parseIndex());
                tokens.require(TokenKind.RIGHT_BRACKET);
            } else {
                return steps;
            }
        }
    }

    private Term.Step parseField() {
        Token token = tokens.read();
        if (token.kind() == TokenKind.STAR) {
            return new Term.Step.Every(token.place());
        }
        if (!token.isName()) {
            throw TokenCursor.malformed("Invalid path dot component");
        }
        return new Term.Step.Field(token.text());
    }

    private Term.Step parseIndex() {
        return tokens.isAt(TokenKind.STAR)
                ? new Term.Step.Every(tokens.read().place())
                : new Term.Step.At(terms.parse());
    }
}
