package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.IndexShape;
import dev.millrace.testkit.operation.VectorShape;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// One table: its items in key order, and the stream that is told of every change.
final class ReferenceTable {
    private static final Duration EXPIRY_AGE_MAX = Duration.ofDays(5 * 365);

    private final ReferenceKeys keys;
    private final BillingMode billingMode;
    private final List<IndexShape> indexes;
    private final List<VectorShape> vectors;
    private final TreeMap<PrimaryKey, Map<String, AttributeValue>> items =
            new TreeMap<>(new KeyOrder());
    private @Nullable ReferenceStream stream;
    private boolean hasLatestStream;
    private @Nullable String expiryAttribute;

    ReferenceTable(
            KeySchema keySchema,
            BillingMode billingMode,
            List<IndexShape> indexes,
            List<VectorShape> vectors) {
        this.keys = new ReferenceKeys(keySchema);
        this.billingMode = billingMode;
        this.indexes = indexes;
        this.vectors = vectors;
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

    /// The index of vectors of this shape, which there is.
    ReferenceVectors vectors(VectorShape shape) {
        return new ReferenceVectors(this, shape);
    }

    /// Checks what is to be stored against the keys of all indexes.
    ///
    /// @param names the attributes that are written
    void requireStorable(Map<String, AttributeValue> item, Collection<String> names) {
        indexes().forEach(index -> index.requireStorable(item, names));
        vectors.forEach(shape -> new ReferenceVectors(this, shape).requireStorable(item, names));
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

    /// The attribute that says when items expire; null if they do not.
    @Nullable String expiryAttribute() {
        return expiryAttribute;
    }

    void expireBy(@Nullable String attribute) {
        expiryAttribute = attribute;
    }

    /// Deletes what has expired before `now`, but not more than five years ago.
    void expire(Instant now) {
        String attribute = expiryAttribute;
        if (attribute == null) {
            return;
        }
        for (PrimaryKey key : List.copyOf(items.keySet())) {
            Map<String, AttributeValue> item = Objects.requireNonNull(items.get(key), "no item");
            if (item.get(attribute) instanceof AttributeValue.N(var second)
                    && isExpired(second.number(), now)) {
                items.remove(key);
                if (stream != null) {
                    stream.append(keys.attributesOf(key), item, null, true);
                }
            }
        }
    }

    private static boolean isExpired(BigDecimal second, Instant now) {
        BigDecimal latest = BigDecimal.valueOf(now.getEpochSecond());
        BigDecimal oldest = latest.subtract(BigDecimal.valueOf(EXPIRY_AGE_MAX.toSeconds()));
        return second.compareTo(latest) < 0 && second.compareTo(oldest) >= 0;
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
            stream.append(keys.attributesOf(key), before, after, false);
        }
    }
}
