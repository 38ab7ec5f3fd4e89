package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.expression.DocumentPath;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads values by document paths, one at a time or as a projection (source: dynamodb-api
/// reference, section 7.3).
final class ReferencePaths {
    private ReferencePaths() {}

    /// The value at a path, or null if there is none.
    static @Nullable AttributeValue read(Map<String, AttributeValue> item, DocumentPath path) {
        AttributeValue value = new AttributeValue.M(item);
        for (DocumentPath.Step step : path.steps()) {
            AttributeValue next = child(value, step);
            if (next == null) {
                return null;
            }
            value = next;
        }
        return value;
    }

    /// The part of an item that these paths name; the whole item if there are none.
    ///
    /// @throws ApiException if two of the paths overlap or conflict
    static Map<String, AttributeValue> project(
            Map<String, AttributeValue> item, Collection<DocumentPath> paths) {
        if (paths.isEmpty()) {
            return item;
        }
        PathTree<Boolean> tree = tree(paths);
        AttributeValue.M kept = projectMap(item, tree.root());
        return kept == null ? Map.of() : kept.entries();
    }

    /// Checks that no two of these paths overlap or conflict.
    ///
    /// @throws ApiException if they do
    static void requireDistinct(Collection<DocumentPath> paths) {
        tree(paths);
    }

    private static PathTree<Boolean> tree(Collection<DocumentPath> paths) {
        PathTree<Boolean> tree = new PathTree<>();
        for (DocumentPath path : paths) {
            tree.add(path, true);
        }
        return tree;
    }

    private static @Nullable AttributeValue child(AttributeValue value, DocumentPath.Step step) {
        if (value instanceof AttributeValue.M(var entries)
                && step instanceof DocumentPath.Step.Name(var name)) {
            return entries.get(name);
        }
        if (value instanceof AttributeValue.L(var elements)
                && step instanceof DocumentPath.Step.Index(var index)) {
            return index < elements.size() ? elements.get(index) : null;
        }
        return null;
    }

    private static @Nullable AttributeValue project(
            AttributeValue value, PathTree.Node<Boolean> node) {
        return switch (node) {
            case PathTree.Leaf<Boolean> _ -> value;
            case PathTree.Branch<Boolean> branch ->
                    switch (value) {
                        case AttributeValue.M(var entries) -> projectMap(entries, branch);
                        case AttributeValue.L(var elements) -> projectList(elements, branch);
                        case AttributeValue.S _,
                                AttributeValue.N _,
                                AttributeValue.B _,
                                AttributeValue.SS _,
                                AttributeValue.NS _,
                                AttributeValue.BS _,
                                AttributeValue.Bool _,
                                AttributeValue.Null _ ->
                                null;
                    };
        };
    }

    private static AttributeValue.@Nullable M projectMap(
            Map<String, AttributeValue> entries, PathTree.Branch<Boolean> branch) {
        Map<String, AttributeValue> kept = new LinkedHashMap<>();
        entries.forEach((name, value) -> {
            PathTree.Node<Boolean> node = branch.children().get(new DocumentPath.Step.Name(name));
            AttributeValue part = node == null ? null : project(value, node);
            if (part != null) {
                kept.put(name, part);
            }
        });
        return kept.isEmpty() ? null : new AttributeValue.M(kept);
    }

    // Elements keep their order and close up.
    private static AttributeValue.@Nullable L projectList(
            List<AttributeValue> elements, PathTree.Branch<Boolean> branch) {
        List<AttributeValue> kept = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            PathTree.Node<Boolean> node = branch.children().get(new DocumentPath.Step.Index(i));
            AttributeValue part = node == null ? null : project(elements.get(i), node);
            if (part != null) {
                kept.add(part);
            }
        }
        return kept.isEmpty() ? null : new AttributeValue.L(kept);
    }
}
