package dev.millrace.model.key;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The key of a table: a partition key and perhaps a sort key.
public record KeySchema(KeyAttribute partitionKey, @Nullable KeyAttribute sortKey) {
    /// The key attributes, the partition key first.
    public List<KeyAttribute> attributes() {
        return sortKey == null ? List.of(partitionKey) : List.of(partitionKey, sortKey);
    }

    /// Whether the attribute with this name is part of the key.
    public boolean contains(String name) {
        return partitionKey.name().equals(name) || (sortKey != null && sortKey.name().equals(name));
    }

    /// The key as an item of just the key attributes.
    public Item itemOf(PrimaryKey key) {
        if (sortKey == null) {
            return Item.of(Map.of(partitionKey.name(), key.partition()));
        }
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put(partitionKey.name(), key.partition());
        attributes.put(sortKey.name(), Objects.requireNonNull(key.sort()));
        return Item.of(attributes);
    }
}
