package dev.millrace.expression.evaluate;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.PathStep;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// Follows a path into the attributes of an item.
public final class PathReader {
    private PathReader() {}

    /// The value at the path, or null if there is none.
    public static @Nullable AttributeValue read(
            DocumentPath path, Map<String, AttributeValue> attributes) {
        AttributeValue value = attributes.get(path.attribute());
        for (PathStep step : path.steps()) {
            if (value == null) {
                return null;
            }
            value = follow(step, value);
        }
        return value;
    }

    private static @Nullable AttributeValue follow(PathStep step, AttributeValue value) {
        return switch (step) {
            case PathStep.Entry(String name) ->
                    value instanceof AttributeValue.M(Map<String, AttributeValue> entries)
                            ? entries.get(name)
                            : null;
            case PathStep.Element(int index) ->
                    value instanceof AttributeValue.L(List<AttributeValue> elements)
                                    && index < elements.size()
                            ? elements.get(index)
                            : null;
        };
    }
}
