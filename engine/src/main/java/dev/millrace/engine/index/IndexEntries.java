package dev.millrace.engine.index;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorSchema;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the entries that indexes hold of items.
public final class IndexEntries {
    private IndexEntries() {}

    /// The entry of an item that is in the table, or null if the index holds none of it: indexes
    /// are sparse, so an item that lacks an attribute of the index key, or has there a value that
    /// cannot be a key of this index, is left out.
    public static @Nullable IndexEntry of(Table table, SecondaryIndex index, Item item) {
        return of(table, ItemKeys.ofStored(table.keySchema(), item), index, item);
    }

    /// The same for an item whose key in the table is known.
    public static @Nullable IndexEntry of(
            Table table, PrimaryKey key, SecondaryIndex index, Item item) {
        VectorSchema vector = index.vector();
        return vector == null
                ? ofKeys(table, key, index, item)
                : VectorEntries.of(table, key, index, vector, item);
    }

    private static @Nullable IndexEntry ofKeys(
            Table table, PrimaryKey key, SecondaryIndex index, Item item) {
        List<AttributeValue> partition = values(index.keySchema().partitionKeys(), item);
        List<AttributeValue> sort = values(index.keySchema().sortKeys(), item);
        if (partition == null || sort == null || !IndexKeySizes.fit(partition, sort)) {
            return null;
        }
        return new IndexEntry(
                EntryKey.of(table.id(), index.id(), partition, sort, key),
                projected(table, index, item));
    }

    static @Nullable List<AttributeValue> values(List<KeyAttribute> attributes, Item item) {
        List<AttributeValue> values = new ArrayList<>(attributes.size());
        for (KeyAttribute attribute : attributes) {
            AttributeValue value = item.get(attribute.name());
            if (value == null || !attribute.type().matches(value) || ItemKeys.isEmpty(value)) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private static Item projected(Table table, SecondaryIndex index, Item item) {
        if (index.projection().projectionType() == ProjectionType.ALL) {
            return item;
        }
        Map<String, AttributeValue> kept = new LinkedHashMap<>();
        item.attributes()
                .forEach((name, value) -> {
                    if (ProjectedAttributes.contains(table, index, name)) {
                        kept.put(name, value);
                    }
                });
        return Item.of(kept);
    }
}
