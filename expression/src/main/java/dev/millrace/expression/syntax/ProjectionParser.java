package dev.millrace.expression.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads projections: paths between commas.
public final class ProjectionParser {
    private ProjectionParser() {}

    /// Reads a whole projection.
    ///
    /// @throws InvalidExpressionException if the text is no projection
    public static List<PathSyntax> parse(String text) {
        TokenReader tokens = new TokenReader(text);
        Findings findings = new Findings();
        PathParser parser = new PathParser(tokens, findings, Set.of());
        List<PathSyntax> paths = new ArrayList<>();
        do {
            paths.add(parser.parsePath());
        } while (tokens.skip(TokenType.COMMA));
        tokens.require(TokenType.END);
        findings.report(List.of(Findings.Kind.RESERVED_WORD));
        return List.copyOf(paths);
    }
}
