package dev.millrace.engine.index;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.KeyBytes;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorSchema;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Refuses items that have, where an index has its key, a value that cannot be a key of it; that
/// they have none there is no fault (dynamodb-api reference, sections 4, 7.2 and 10). An index that
/// is still being filled refuses nothing; it leaves out what it cannot hold.
public enum IndexKeyRules {
    /// For whole items and for legacy `AttributeUpdates`.
    OF_ITEM,
    /// For the `UpdateExpression`, whose faults have other texts.
    OF_UPDATE_EXPRESSION;

    /// Checks a whole item that is to be written.
    ///
    /// @throws ApiException if a value is of the wrong type, empty or too long
    public void requireKeys(Table table, Item item) {
        if (!table.indexes().all().isEmpty()) {
            require(table, item, item.attributes().keySet());
        }
    }

    /// Checks the attributes named `changed` of an item that an update has made. What was in the
    /// item before an index came may stay there.
    ///
    /// @throws ApiException if a value is of the wrong type, empty or too long
    public void requireKeys(Table table, Item item, Set<String> changed) {
        if (!table.indexes().all().isEmpty()) {
            require(table, item, changed);
        }
    }

    /// Refuses an empty value of the right type among `written`, the attributes that a write sets,
    /// whatever else may be wrong with it.
    ///
    /// @throws ApiException if there is one
    public static void requireNoneEmpty(Table table, Map<String, AttributeValue> written) {
        table.indexes().maintained().stream()
                .filter(index -> !index.isUnderConstruction())
                .forEach(index -> requireNoneEmpty(index, written));
    }

    private static void requireNoneEmpty(
            SecondaryIndex index, Map<String, AttributeValue> written) {
        for (KeyAttribute attribute : index.keySchema().attributes()) {
            AttributeValue value = written.get(attribute.name());
            if (value != null && attribute.type().matches(value)) {
                requireNotEmpty(index, attribute, value);
            }
        }
    }

    private void require(Table table, Item item, Set<String> changed) {
        table.indexes().maintained().stream()
                .filter(index -> !index.isUnderConstruction())
                .forEach(index -> require(index, item, changed));
    }

    private void require(SecondaryIndex index, Item item, Set<String> changed) {
        VectorSchema vector = index.vector();
        if (vector != null) {
            VectorRules.require(index, vector, item, changed);
        }
        for (KeyAttribute attribute : index.keySchema().attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value != null && changed.contains(attribute.name())) {
                requireType(index, attribute, value);
                requireNotEmpty(index, attribute, value);
            }
        }
        requireSizes(index, item, changed);
    }

    private void requireType(SecondaryIndex index, KeyAttribute attribute, AttributeValue value) {
        if (attribute.type().matches(value)) {
            return;
        }
        throw switch (this) {
            case OF_ITEM ->
                    ApiException.invalidParameter(
                            "Type mismatch for Index Key %s Expected: %s Actual: %s IndexName: %s"
                                    .formatted(
                                            attribute.name(),
                                            attribute.type(),
                                            value.type(),
                                            index.name()));
            case OF_UPDATE_EXPRESSION -> updateFault("to unsupported type");
        };
    }

    private static void requireNotEmpty(
            SecondaryIndex index, KeyAttribute attribute, AttributeValue value) {
        if (ItemKeys.isEmpty(value)) {
            throw ApiException.validation(
                    "One or more parameter values are not valid. A value specified for a secondary"
                            + " index key is not supported. The AttributeValue for a key attribute"
                            + " cannot contain an empty %s value. IndexName: %s, IndexKey: %s"
                                    .formatted(
                                            value instanceof AttributeValue.S ? "string" : "binary",
                                            index.name(),
                                            attribute.name()));
        }
    }

    private void requireSizes(SecondaryIndex index, Item item, Set<String> changed) {
        if (bytes(index.keySchema().partitionKeys(), item, changed)
                > ItemKeys.PARTITION_KEY_BYTES_MAX) {
            throw sizeFault("Size of hashkey has exceeded the maximum size limit of2048 bytes");
        }
        if (bytes(index.keySchema().sortKeys(), item, changed) > ItemKeys.SORT_KEY_BYTES_MAX) {
            throw sizeFault(
                    "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
        }
    }

    // The bytes of the whole key if the write has a part in it; what it leaves alone is no fault
    // of it.
    private static int bytes(List<KeyAttribute> attributes, Item item, Set<String> changed) {
        if (attributes.stream().noneMatch(attribute -> changed.contains(attribute.name()))) {
            return 0;
        }
        return attributes.stream().mapToInt(attribute -> bytes(attribute, item)).sum();
    }

    private static int bytes(KeyAttribute attribute, Item item) {
        AttributeValue value = item.get(attribute.name());
        return value == null || !attribute.type().matches(value) ? 0 : KeyBytes.of(value).length;
    }

    private ApiException sizeFault(String text) {
        return switch (this) {
            case OF_ITEM -> ApiException.invalidParameter(text);
            case OF_UPDATE_EXPRESSION -> updateFault("beyond allowed size limits");
        };
    }

    private static ApiException updateFault(String how) {
        return ApiException.validation(
                "The update expression attempted to update the secondary index key " + how);
    }
}
