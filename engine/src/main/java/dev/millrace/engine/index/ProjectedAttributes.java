package dev.millrace.engine.index;

import dev.millrace.engine.catalog.Table;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorSchema;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Which attributes of an item an index holds: those of the keys of index and table and those that
/// searches name always, the others as its projection says.
public final class ProjectedAttributes {
    private ProjectedAttributes() {}

    /// Whether the index holds the attribute with this name.
    public static boolean contains(Table table, SecondaryIndex index, String name) {
        List<String> included = index.projection().nonKeyAttributes();
        return areAll(index)
                || index.keySchema().contains(name)
                || isFilter(index.vector(), name)
                || table.keySchema().contains(name)
                || (included != null && included.contains(name));
    }

    private static boolean isFilter(@Nullable VectorSchema vector, String name) {
        return vector != null
                && vector.filters().stream().anyMatch(filter -> filter.name().equals(name));
    }

    /// Whether the index holds every attribute.
    public static boolean areAll(SecondaryIndex index) {
        return index.projection().projectionType() == ProjectionType.ALL;
    }
}
