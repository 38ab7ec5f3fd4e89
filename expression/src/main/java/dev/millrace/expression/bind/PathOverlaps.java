package dev.millrace.expression.bind;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.PathStep;
import dev.millrace.expression.syntax.InvalidExpressionException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rules that no two paths of an update or projection overlap (one leads through the other) or
/// conflict (one takes a map for what the other takes for a list).
public final class PathOverlaps {
    /// How two paths stand to each other.
    private enum Relation {
        APART,
        OVERLAP,
        CONFLICT
    }

    private PathOverlaps() {}

    /// Requires all paths to be apart from each other; overlaps are reported before conflicts.
    ///
    /// @throws InvalidExpressionException if two overlap or conflict
    public static void requireNone(List<DocumentPath> paths) {
        requireNone(paths, Relation.OVERLAP, "overlap");
        requireNone(paths, Relation.CONFLICT, "conflict");
    }

    private static void requireNone(List<DocumentPath> paths, Relation relation, String verb) {
        Map<String, List<DocumentPath>> earlier = new HashMap<>();
        for (DocumentPath path : paths) {
            List<DocumentPath> ofAttribute =
                    earlier.computeIfAbsent(path.attribute(), _ -> new ArrayList<>());
            for (DocumentPath other : ofAttribute) {
                if (relate(other.steps(), path.steps()) == relation) {
                    throw fault(verb, other, path);
                }
            }
            ofAttribute.add(path);
        }
    }

    private static Relation relate(List<PathStep> one, List<PathStep> two) {
        int shared = Math.min(one.size(), two.size());
        for (int i = 0; i < shared; i++) {
            PathStep a = one.get(i);
            PathStep b = two.get(i);
            if (a.getClass() != b.getClass()) {
                return Relation.CONFLICT;
            }
            if (!a.equals(b)) {
                return Relation.APART;
            }
        }
        return Relation.OVERLAP;
    }

    private static InvalidExpressionException fault(
            String verb, DocumentPath one, DocumentPath two) {
        return new InvalidExpressionException(
                "Two document paths "
                        + verb
                        + " with each other; must remove or rewrite one of these paths; path one: "
                        + one
                        + ", path two: "
                        + two);
    }
}
