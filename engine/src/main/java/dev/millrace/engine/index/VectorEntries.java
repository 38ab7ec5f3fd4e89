package dev.millrace.engine.index;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.keyspace.KeyBytes;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorSchema;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the entries that indexes of vectors hold of items.
///
/// An item is left out that has no vector, or has in its place, or in that of an attribute that
/// searches name, what a write would be refused for if the index was there.
final class VectorEntries {
    private VectorEntries() {}

    static @Nullable IndexEntry of(
            Table table, PrimaryKey key, SecondaryIndex index, VectorSchema schema, Item item) {
        AttributeValue value = item.get(schema.attribute());
        if (value == null) {
            return null;
        }
        List<AttributeValue> partition =
                IndexEntries.values(index.keySchema().partitionKeys(), item);
        List<byte @Nullable []> filters = filters(schema, item);
        if (partition == null || filters == null || !IndexKeySizes.partitionFits(partition)) {
            return null;
        }
        float[] components = VectorValues.of(value, schema.dimensions());
        return components == null
                ? null
                : new IndexEntry(
                        EntryKey.ofVector(table.id(), index.id(), partition, key),
                        projected(table, index, schema, item),
                        new VectorPart(schema.attribute(), filters, components));
    }

    private static @Nullable List<byte @Nullable []> filters(VectorSchema schema, Item item) {
        List<byte @Nullable []> filters = new ArrayList<>(schema.filters().size());
        for (KeyAttribute attribute : schema.filters()) {
            AttributeValue value = item.get(attribute.name());
            if (value != null && !isFilter(attribute, value)) {
                return null;
            }
            filters.add(value == null ? null : KeyBytes.of(value));
        }
        return filters;
    }

    private static boolean isFilter(KeyAttribute attribute, AttributeValue value) {
        return attribute.type().matches(value)
                && KeyBytes.of(value).length <= VectorRules.FILTER_BYTES_MAX;
    }

    // The vector stands in the row on its own.
    private static Item projected(
            Table table, SecondaryIndex index, VectorSchema schema, Item item) {
        Map<String, AttributeValue> kept = new LinkedHashMap<>();
        item.attributes()
                .forEach((name, value) -> {
                    if (!name.equals(schema.attribute())
                            && ProjectedAttributes.contains(table, index, name)) {
                        kept.put(name, value);
                    }
                });
        return Item.of(kept);
    }
}
