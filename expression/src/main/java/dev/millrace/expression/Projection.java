package dev.millrace.expression;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.evaluate.PathCutter;
import dev.millrace.model.value.Item;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The parts of items that a request asks for.
public final class Projection {
    private final List<DocumentPath> paths;
    private final PathCutter cutter;

    private Projection(List<DocumentPath> paths) {
        this.paths = paths;
        this.cutter = new PathCutter(paths);
    }

    /// The projection on these paths.
    public static Projection ofPaths(List<DocumentPath> paths) {
        return new Projection(List.copyOf(paths));
    }

    /// What the item has at the paths, in its nesting; no attributes if it has none of it.
    public Item apply(Item item) {
        return Item.of(cutter.cut(item.attributes()));
    }

    /// The paths.
    public List<DocumentPath> paths() {
        return paths;
    }

    /// The top-level attributes of the paths.
    public Set<String> attributeNames() {
        Set<String> names = new LinkedHashSet<>();
        paths.forEach(path -> names.add(path.attribute()));
        return names;
    }
}
