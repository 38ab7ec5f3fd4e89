package dev.millrace.engine.item;

import dev.millrace.engine.keyspace.KeyBytes;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// Takes the primary key out of what clients send, and refuses what is none (dynamodb-api
/// reference, sections 4, 9 and 10).
public final class ItemKeys {
    /// The longest partition key, in bytes.
    public static final int PARTITION_KEY_BYTES_MAX = 2_048;

    /// The longest sort key, in bytes.
    public static final int SORT_KEY_BYTES_MAX = 1_024;

    private ItemKeys() {}

    /// The key of an item that is to be put.
    ///
    /// @throws ApiException if a key attribute is missing, of the wrong type, empty or too long
    public static PrimaryKey ofItem(KeySchema schema, Item item) {
        KeyAttribute sortKey = schema.sortKey();
        AttributeValue partition = valueInItem(schema.partitionKey(), item);
        AttributeValue sort = sortKey == null ? null : valueInItem(sortKey, item);
        return checked(schema, partition, sort);
    }

    /// The key of an item that is to be put in a batch, which AWS tells about as if it had been
    /// given alone.
    ///
    /// @throws ApiException if a key attribute is missing, of the wrong type, empty or too long
    public static PrimaryKey ofBatchItem(KeySchema schema, Item item) {
        return ofAttributes(schema, item);
    }

    /// The key given as just the key attributes.
    ///
    /// @throws ApiException if it is not exactly the key attributes with their types, or one is
    ///   empty or too long
    public static PrimaryKey ofKey(KeySchema schema, Item key) {
        if (key.attributes().size() != schema.attributes().size()) {
            throw mismatch();
        }
        return ofAttributes(schema, key);
    }

    /// Refuses an empty value of the right type among the key attributes that `item` has, whatever
    /// else may be wrong with it as a key.
    ///
    /// @throws ApiException if there is one
    public static void requireNoneEmpty(KeySchema schema, Item item) {
        for (KeyAttribute attribute : schema.attributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value != null && attribute.type().matches(value)) {
                requireNotEmpty(attribute, value);
            }
        }
    }

    /// The key of an item read from the store, which has one.
    public static PrimaryKey ofStored(KeySchema schema, Item item) {
        return ofItem(schema, item);
    }

    private static PrimaryKey ofAttributes(KeySchema schema, Item attributes) {
        KeyAttribute sortKey = schema.sortKey();
        AttributeValue partition = valueInKey(schema.partitionKey(), attributes);
        AttributeValue sort = sortKey == null ? null : valueInKey(sortKey, attributes);
        return checked(schema, partition, sort);
    }

    private static AttributeValue valueInItem(KeyAttribute attribute, Item item) {
        AttributeValue value = item.get(attribute.name());
        if (value == null) {
            throw ApiException.invalidParameter(
                    "Missing the key " + attribute.name() + " in the item");
        }
        if (!attribute.type().matches(value)) {
            throw ApiException.invalidParameter(
                    "Type mismatch for key %s expected: %s actual: %s"
                            .formatted(attribute.name(), attribute.type(), value.type()));
        }
        return value;
    }

    private static AttributeValue valueInKey(KeyAttribute attribute, Item key) {
        AttributeValue value = key.get(attribute.name());
        if (value == null || !attribute.type().matches(value)) {
            throw mismatch();
        }
        return value;
    }

    private static ApiException mismatch() {
        return ApiException.validation("The provided key element does not match the schema");
    }

    private static PrimaryKey checked(
            KeySchema schema, AttributeValue partition, @Nullable AttributeValue sort) {
        requireNotEmpty(schema.partitionKey(), partition);
        if (KeyBytes.of(partition).length > PARTITION_KEY_BYTES_MAX) {
            throw ApiException.invalidParameter(
                    "Size of hashkey has exceeded the maximum size limit of2048 bytes");
        }
        KeyAttribute sortKey = schema.sortKey();
        if (sort != null && sortKey != null) {
            requireNotEmpty(sortKey, sort);
            requireSortKeySize(sort);
        }
        return new PrimaryKey(partition, sort);
    }

    private static void requireSortKeySize(AttributeValue sort) {
        if (KeyBytes.of(sort).length > SORT_KEY_BYTES_MAX) {
            throw ApiException.invalidParameter(
                    "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
        }
    }

    /// Whether the value is an empty string or binary, which no key may have.
    public static boolean isEmpty(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(var text) -> text.isEmpty();
            case AttributeValue.B(var binary) -> binary.length() == 0;
            default -> false;
        };
    }

    /// Refuses an empty value.
    ///
    /// @throws ApiException if it is one
    public static void requireNotEmpty(KeyAttribute attribute, AttributeValue value) {
        if (isEmpty(value)) {
            String kind = value instanceof AttributeValue.S ? "string" : "binary";
            throw ApiException.validation(
                    "One or more parameter values are not valid. The AttributeValue for a key"
                            + " attribute cannot contain an empty "
                            + kind
                            + " value. Key: "
                            + attribute.name());
        }
    }
}
