package dev.millrace.expression.evaluate;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Cuts the values at some paths out of items. Maps and lists on the way keep only what was asked
/// for; lists close up, in ascending order. What has none of it is left out.
public final class PathCutter {
    private final PathTree<Boolean> tree = new PathTree<>();

    /// A cutter for these paths.
    public PathCutter(List<DocumentPath> paths) {
        paths.forEach(path -> tree.add(path, true));
    }

    /// What the attributes have at the paths.
    public Map<String, AttributeValue> cut(Map<String, AttributeValue> attributes) {
        return cutEntries(attributes, tree);
    }

    private static Map<String, AttributeValue> cutEntries(
            Map<String, AttributeValue> values, PathTree<Boolean> tree) {
        Map<String, AttributeValue> kept = new LinkedHashMap<>();
        tree.entries()
                .forEach((name, below) -> {
                    AttributeValue part = cut(values.get(name), below);
                    if (part != null) {
                        kept.put(name, part);
                    }
                });
        return kept;
    }

    private static List<AttributeValue> cutElements(
            List<AttributeValue> values, PathTree<Boolean> tree) {
        List<AttributeValue> kept = new ArrayList<>();
        for (Map.Entry<Integer, PathTree<Boolean>> element : tree.elements().entrySet()) {
            int index = element.getKey();
            AttributeValue value = index < values.size() ? values.get(index) : null;
            AttributeValue part = cut(value, element.getValue());
            if (part != null) {
                kept.add(part);
            }
        }
        return kept;
    }

    private static @Nullable AttributeValue cut(
            @Nullable AttributeValue value, PathTree<Boolean> tree) {
        if (value == null || tree.isLeaf()) {
            return value;
        }
        if (value instanceof AttributeValue.M(Map<String, AttributeValue> entries)) {
            Map<String, AttributeValue> kept = cutEntries(entries, tree);
            return kept.isEmpty() ? null : new AttributeValue.M(kept);
        }
        if (value instanceof AttributeValue.L(List<AttributeValue> elements)) {
            List<AttributeValue> kept = cutElements(elements, tree);
            return kept.isEmpty() ? null : new AttributeValue.L(kept);
        }
        return null;
    }
}
