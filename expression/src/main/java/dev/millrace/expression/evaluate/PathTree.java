package dev.millrace.expression.evaluate;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.PathStep;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// Several paths with what is to be done at the end of each, joined where they run together.
final class PathTree<T> {
    private final Map<String, PathTree<T>> entries = new LinkedHashMap<>();
    private final SortedMap<Integer, PathTree<T>> elements = new TreeMap<>();
    private @Nullable T leaf;

    /// Adds a path with what is to be done at its end.
    void add(DocumentPath path, T atEnd) {
        PathTree<T> tree = this;
        for (PathStep step : path.stepsFromItem()) {
            tree = tree.child(step);
        }
        tree.leaf = atEnd;
    }

    /// Whether a path ends here.
    boolean isLeaf() {
        return leaf != null;
    }

    /// What is to be done here, where a path ends.
    T leaf() {
        return Objects.requireNonNull(leaf);
    }

    /// The trees below the entries of a map, by name.
    Map<String, PathTree<T>> entries() {
        return entries;
    }

    /// The trees below the elements of a list, by ascending position.
    SortedMap<Integer, PathTree<T>> elements() {
        return elements;
    }

    private PathTree<T> child(PathStep step) {
        return switch (step) {
            case PathStep.Entry(String name) ->
                    entries.computeIfAbsent(name, _ -> new PathTree<>());
            case PathStep.Element(int index) ->
                    elements.computeIfAbsent(index, _ -> new PathTree<>());
        };
    }
}
