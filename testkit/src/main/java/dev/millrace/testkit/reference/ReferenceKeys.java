package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// Takes primary keys out of items and checks them against a key schema (source: dynamodb-api
/// reference, sections 4, 9 and 10).
record ReferenceKeys(KeySchema schema) {
    private static final int PARTITION_KEY_BYTES_MAX = 2048;
    private static final int SORT_KEY_BYTES_MAX = 1024;

    /// The key of an item that is to be put.
    ///
    /// @throws ApiException if a key attribute is missing, empty, too long or of the wrong type
    PrimaryKey ofItem(Map<String, AttributeValue> item) {
        KeyAttribute sortKey = schema.sortKey();
        AttributeValue partition = valueOf(item, schema.partitionKey(), PARTITION_KEY_BYTES_MAX);
        AttributeValue sort = sortKey == null ? null : valueOf(item, sortKey, SORT_KEY_BYTES_MAX);
        return new PrimaryKey(partition, sort);
    }

    /// The key given alone, as reads, updates and deletes give it.
    ///
    /// @throws ApiException if the attributes are not exactly those of the key, or are not valid
    PrimaryKey ofKey(Map<String, AttributeValue> key) {
        if (key.size() != schema.attributes().size()) {
            throw ApiException.validation("The provided key element does not match the schema");
        }
        return ofItem(key);
    }

    /// Just the key attributes of an item.
    Map<String, AttributeValue> attributesOf(PrimaryKey key) {
        return schema.itemOf(key).attributes();
    }

    /// Checks one key value.
    ///
    /// @throws ApiException if it is missing, empty or of the wrong type
    static void require(@Nullable AttributeValue value, KeyAttribute attribute) {
        if (value == null || !attribute.type().matches(value)) {
            throw ApiException.validation("The provided key element does not match the schema");
        }
        if (ReferenceSize.ofValue(value) == 0) {
            throw ApiException.validation("A key attribute cannot contain an empty value");
        }
    }

    private static AttributeValue valueOf(
            Map<String, AttributeValue> item, KeyAttribute attribute, int bytesMax) {
        AttributeValue value = item.get(attribute.name());
        require(value, attribute);
        if (value == null || ReferenceSize.ofValue(value) > bytesMax) {
            throw ApiException.validation("A key attribute is too long");
        }
        return value;
    }
}
