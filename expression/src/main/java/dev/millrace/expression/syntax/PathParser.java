package dev.millrace.expression.syntax;

import dev.millrace.expression.syntax.PathSyntax.Segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads document paths: a name or placeholder, then any number of `.name` and `[index]`.
final class PathParser {
    private static final int INDEX_DIGITS_MAX = 10;
    private static final int SEGMENTS_MAX = 32;

    private final TokenReader tokens;
    private final Findings findings;
    private final Set<String> keywords;

    /// `keywords`, in lower case, cannot be names in this kind of expression at all.
    PathParser(TokenReader tokens, Findings findings, Set<String> keywords) {
        this.tokens = tokens;
        this.findings = findings;
        this.keywords = keywords;
    }

    PathSyntax parsePath() {
        List<Segment> segments = new ArrayList<>();
        segments.add(parseName());
        return parseRest(segments);
    }

    /// Goes on with a path whose beginning stood in parentheses.
    PathSyntax parseRestOf(PathSyntax beginning) {
        return parseRest(new ArrayList<>(beginning.segments()));
    }

    /// Whether the next token goes on with a path.
    boolean isAtRest() {
        return tokens.isAt(TokenType.DOT) || tokens.isAt(TokenType.LEFT_BRACKET);
    }

    /// Whether the next token is a word that this kind of expression keeps for itself.
    boolean isAtKeyword() {
        return keywords.stream().anyMatch(tokens::isAtWord);
    }

    private PathSyntax parseRest(List<Segment> segments) {
        while (isAtRest()) {
            if (tokens.skip(TokenType.DOT)) {
                segments.add(parseName());
            } else {
                segments.add(parseIndex());
            }
        }
        if (segments.size() > SEGMENTS_MAX) {
            throw new InvalidExpressionException(
                    "The document path has too many nesting levels; nesting levels: "
                            + segments.size());
        }
        return new PathSyntax(List.copyOf(segments));
    }

    private Segment parseName() {
        if (tokens.isAt(TokenType.NAME_PLACEHOLDER)) {
            return new PathSyntax.Placeholder(tokens.read().text());
        }
        if (isAtKeyword()) {
            throw tokens.unexpected();
        }
        String name = tokens.require(TokenType.IDENTIFIER).text();
        if (ReservedWords.contains(name)) {
            findings.reservedWord(name);
        }
        return new PathSyntax.Name(name);
    }

    private Segment parseIndex() {
        tokens.require(TokenType.LEFT_BRACKET);
        String digits = tokens.require(TokenType.INTEGER).text();
        tokens.require(TokenType.RIGHT_BRACKET);
        if (digits.length() > INDEX_DIGITS_MAX || Long.parseLong(digits) > Integer.MAX_VALUE) {
            throw new InvalidExpressionException(
                    "List index is not within the allowable range; index: [" + digits + "]");
        }
        return new PathSyntax.Index(Integer.parseInt(digits));
    }
}
