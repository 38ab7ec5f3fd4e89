package dev.millrace.testkit.operation;

import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A secondary index, and what it must hold of an item (source: dynamodb-api reference, sections 10
/// and 15).
public record IndexShape(
        IndexKind kind, String name, IndexKeySchema keySchema, IndexProjection projection) {
    /// What the index holds of an item, or null if that lacks an attribute of the index key or has
    /// there what cannot be one.
    public @Nullable Map<String, AttributeValue> entryOf(
            KeySchema table, Map<String, AttributeValue> item) {
        for (KeyAttribute attribute : keySchema.attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value == null || !canBeKey(attribute, value)) {
                return null;
            }
        }
        Map<String, AttributeValue> entry = new LinkedHashMap<>(item);
        entry.keySet().removeIf(name -> !holds(table, name));
        return entry;
    }

    /// Whether the index holds the attribute with this name.
    public boolean holds(KeySchema table, String name) {
        List<String> included = projection.nonKeyAttributes();
        return projection.projectionType() == ProjectionType.ALL
                || table.contains(name)
                || keySchema.contains(name)
                || (included != null && included.contains(name));
    }

    /// Whether the value, if an item has it there, can be the value of this key attribute.
    public static boolean canBeKey(KeyAttribute attribute, AttributeValue value) {
        return attribute.type().matches(value)
                && !value.equals(new AttributeValue.S(""))
                && !value.equals(new AttributeValue.B(Binary.of(new byte[0])));
    }
}
