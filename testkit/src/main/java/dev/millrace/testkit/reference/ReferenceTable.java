package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.IndexShape;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// One table: its items in key order, and the stream that is told of every change.
final class ReferenceTable {
    private final ReferenceKeys keys;
    private final BillingMode billingMode;
    private final List<IndexShape> indexes;
    private final TreeMap<PrimaryKey, Map<String, AttributeValue>> items =
            new TreeMap<>(new KeyOrder());
    private @Nullable ReferenceStream stream;
    private boolean hasLatestStream;

    ReferenceTable(KeySchema keySchema, BillingMode billingMode, List<IndexShape> indexes) {
        this.keys = new ReferenceKeys(keySchema);
        this.billingMode = billingMode;
        this.indexes = indexes;
    }

    ReferenceKeys keys() {
        return keys;
    }

    KeySchema keySchema() {
        return keys.schema();
    }

    BillingMode billingMode() {
        return billingMode;
    }

    /// The indexes.
    List<ReferenceIndex> indexes() {
        return indexes.stream().map(shape -> new ReferenceIndex(this, shape)).toList();
    }

    /// The index with this name, or null for the table itself.
    ///
    /// @throws ApiException if there is none of this name
    @Nullable ReferenceIndex index(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return indexes().stream()
                .filter(index -> index.shape().name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ApiException.validation("The table does not have the specified index"));
    }

    /// Checks what is to be stored against the keys of all indexes.
    ///
    /// @param names the attributes that are written
    void requireStorable(Map<String, AttributeValue> item, Collection<String> names) {
        indexes().forEach(index -> index.requireStorable(item, names));
    }

    /// The enabled stream, or null.
    @Nullable ReferenceStream stream() {
        return stream;
    }

    /// Whether the table ever had a stream.
    boolean hasLatestStream() {
        return hasLatestStream;
    }

    /// The attributes of the item with this key, or null.
    @Nullable Map<String, AttributeValue> get(PrimaryKey key) {
        return items.get(key);
    }

    /// The attributes of all items in key order.
    Collection<Map<String, AttributeValue>> items() {
        return Collections.unmodifiableCollection(items.values());
    }

    /// All items in key order, as they are now.
    List<Item> snapshot() {
        return items.values().stream().map(Item::of).toList();
    }

    void enable(ReferenceStream enabled) {
        stream = enabled;
        hasLatestStream = true;
    }

    void disableStream() {
        if (stream != null) {
            stream.close(snapshot());
            stream = null;
        }
    }

    /// Stores the item, or removes it when `after` is null; an equal item changes nothing, and only
    /// a change makes a record.
    void write(PrimaryKey key, @Nullable Map<String, AttributeValue> after) {
        Map<String, AttributeValue> before =
                after == null ? items.remove(key) : items.put(key, after);
        if (stream != null && !Objects.equals(before, after)) {
            stream.append(keys.attributesOf(key), before, after);
        }
    }
}
