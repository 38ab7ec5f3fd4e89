package dev.millrace.engine.operation;

import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.query.IndexTarget;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.engine.query.TableTarget;
import dev.millrace.expression.KeyCondition;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.KeyRange;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The `ExclusiveStartKey` of Query and Scan: exactly the attributes of the table's key and, if an
/// index is read, of the index's; the item need not exist.
final class StartKeys {
    private static final String INVALID = "The provided starting key is invalid";

    private StartKeys() {}

    /// Refuses a start key with a value that is none.
    ///
    /// @param fault what is wrong with the value; null for a good key, or for none
    static void requireValues(@Nullable ApiException fault) {
        if (fault != null) {
            throw fault;
        }
    }

    /// Checks that the start key of a query, if there is one, has the attributes and types of the
    /// key.
    static void requireShapeOfQuery(ReadTarget target, @Nullable Item startKey) {
        if (startKey != null && !hasShape(target, startKey)) {
            throw ApiException.validation(INVALID);
        }
    }

    /// Checks the same of a scan; of a table, AWS says more of it.
    static void requireShapeOfScan(ReadTarget target, @Nullable Item startKey) {
        if (startKey != null && !hasShape(target, startKey)) {
            throw ApiException.validation(
                    switch (target) {
                        case TableTarget _ ->
                                INVALID + ": The provided key element does not match the schema";
                        case IndexTarget _ -> INVALID;
                    });
        }
    }

    private static boolean hasShape(ReadTarget target, Item startKey) {
        List<KeyAttribute> attributes = target.startKeyAttributes();
        return startKey.attributes().size() == attributes.size()
                && attributes.stream().allMatch(attribute -> fits(target, attribute, startKey));
    }

    /// The row behind which a query is to go on, or null for the beginning of its range.
    static byte @Nullable [] ofQuery(
            ReadTarget target, @Nullable Item startKey, KeyCondition condition, KeyRange range) {
        if (startKey == null) {
            return null;
        }
        byte[] row = target.row(startKey);
        if (!isOfPartition(target, startKey, condition)) {
            throw ApiException.validation(
                    "The provided starting key is outside query boundaries based on provided"
                            + " conditions");
        }
        if (!range.contains(row)) {
            throw ApiException.validation(
                    "The provided starting key does not match the range key predicate");
        }
        return row;
    }

    /// The `LastEvaluatedKey` that goes on behind the item looked at last, or null if that was the
    /// end.
    static @Nullable Item behind(ReadTarget target, @Nullable Item last) {
        return last == null ? null : target.startKeyOf(last);
    }

    // Empty values of a table's key have a text of their own, found when the row is named.
    private static boolean fits(ReadTarget target, KeyAttribute attribute, Item startKey) {
        AttributeValue value = startKey.get(attribute.name());
        return value != null
                && attribute.type().matches(value)
                && !(target instanceof IndexTarget && ItemKeys.isEmpty(value));
    }

    private static boolean isOfPartition(ReadTarget target, Item startKey, KeyCondition condition) {
        List<AttributeValue> given =
                target.keySchema().partitionKeys().stream()
                        .map(attribute -> startKey.get(attribute.name()))
                        .toList();
        return given.equals(condition.partitionValues());
    }
}
