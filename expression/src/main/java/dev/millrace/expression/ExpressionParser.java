package dev.millrace.expression;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.expression.partiql.ParsedStatement;
import dev.millrace.expression.partiql.StatementParser;
import dev.millrace.expression.syntax.ActionSyntax;
import dev.millrace.expression.syntax.ConditionParser;
import dev.millrace.expression.syntax.ConditionSyntax;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.expression.syntax.PathSyntax;
import dev.millrace.expression.syntax.ProjectionParser;
import dev.millrace.expression.syntax.UpdateParser;

import java.util.List;

/// Reads the texts of expressions and keeps what it has read, as the same few texts come again and
/// again. One parser serves all requests; it may be used from any number of threads.
public final class ExpressionParser {
    /// The longest expression, in bytes of UTF-8, before placeholders are replaced.
    public static final int EXPRESSION_BYTES_MAX = 4_096;

    private static final String TOO_LONG = "Expression size has exceeded the maximum allowed size;";
    private static final int CACHED_PER_GRAMMAR_MAX = 1_000;
    // Longer statements are mostly data, which does not come again.
    private static final int CACHED_STATEMENT_CHARS_MAX = 1_024;

    private final BoundedCache<ConditionSyntax> conditions =
            new BoundedCache<>(CACHED_PER_GRAMMAR_MAX);
    private final BoundedCache<List<ActionSyntax>> updates =
            new BoundedCache<>(CACHED_PER_GRAMMAR_MAX);
    private final BoundedCache<List<PathSyntax>> projections =
            new BoundedCache<>(CACHED_PER_GRAMMAR_MAX);
    private final BoundedCache<ParsedStatement> statements =
            new BoundedCache<>(CACHED_PER_GRAMMAR_MAX);

    /// A parser that has read nothing yet.
    public ExpressionParser() {}

    /// Conditions, filters and key conditions have one grammar.
    ConditionSyntax parseCondition(String text) {
        requireSize(text);
        return conditions.get(text, ConditionParser::parse);
    }

    List<ActionSyntax> parseUpdate(String text) {
        requireSize(text);
        return updates.get(text, UpdateParser::parse);
    }

    List<PathSyntax> parseProjection(String text) {
        requireSize(text);
        return projections.get(text, ProjectionParser::parse);
    }

    /// Reads a statement of PartiQL, whatever its length.
    ///
    /// @throws InvalidExpressionException if it is not well formed
    public ParsedStatement parseStatement(String text) {
        return text.length() > CACHED_STATEMENT_CHARS_MAX
                ? StatementParser.parse(text)
                : statements.get(text, StatementParser::parse);
    }

    private static void requireSize(String text) {
        if (text.isEmpty()) {
            throw new InvalidExpressionException("The expression can not be empty;");
        }
        if (text.length() > EXPRESSION_BYTES_MAX
                || text.getBytes(UTF_8).length > EXPRESSION_BYTES_MAX) {
            throw new InvalidExpressionException(TOO_LONG);
        }
    }

    /// Refuses an expression that is too long, and tells how long it is.
    static void requireToldSize(String text) {
        int bytes = text.getBytes(UTF_8).length;
        if (bytes > EXPRESSION_BYTES_MAX) {
            throw new InvalidExpressionException(TOO_LONG + " expression size: " + bytes);
        }
    }
}
