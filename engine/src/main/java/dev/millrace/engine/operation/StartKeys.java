package dev.millrace.engine.operation;

import dev.millrace.engine.item.ItemKeys;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// The `ExclusiveStartKey` of Query and Scan: exactly the key attributes; the item need not exist.
final class StartKeys {
    private StartKeys() {}

    /// Checks that the start key, if there is one, has the attributes and types of the key.
    static void requireShape(KeySchema schema, @Nullable Item startKey) {
        if (startKey == null) {
            return;
        }
        boolean fits =
                startKey.attributes().size() == schema.attributes().size()
                        && schema.attributes().stream()
                                .allMatch(attribute -> fits(attribute, startKey));
        if (!fits) {
            throw ApiException.validation(
                    "The provided starting key is invalid: The provided key element does not match"
                            + " the schema");
        }
    }

    /// The key that was given; its shape has been checked.
    static PrimaryKey keyOf(KeySchema schema, Item startKey) {
        return ItemKeys.ofKey(schema, startKey);
    }

    /// The `LastEvaluatedKey` that goes on behind the item looked at last, or null if that was the
    /// end.
    static @Nullable Item behind(KeySchema schema, @Nullable Item last) {
        return last == null ? null : schema.itemOf(ItemKeys.ofStored(schema, last));
    }

    private static boolean fits(KeyAttribute attribute, Item startKey) {
        AttributeValue value = startKey.get(attribute.name());
        return value != null && attribute.type().matches(value);
    }
}
