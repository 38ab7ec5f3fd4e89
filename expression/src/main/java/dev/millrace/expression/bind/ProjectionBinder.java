package dev.millrace.expression.bind;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.expression.syntax.PathSyntax;

import java.util.List;

/// Makes document paths of a projection as written.
public final class ProjectionBinder {
    private ProjectionBinder() {}

    /// The paths with these placeholders, which are marked as used.
    ///
    /// @throws InvalidExpressionException if a name is not defined or paths overlap or conflict
    public static List<DocumentPath> bind(List<PathSyntax> paths, Placeholders placeholders) {
        List<DocumentPath> bound = paths.stream().map(placeholders::resolve).toList();
        PathOverlaps.requireNone(bound);
        return bound;
    }
}
