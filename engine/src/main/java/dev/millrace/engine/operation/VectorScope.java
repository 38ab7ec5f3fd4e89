package dev.millrace.engine.operation;

import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.KeyBytes;
import dev.millrace.expression.SearchCondition;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which entries of an index of vectors a search looks at: those with the values that its condition
/// names (captures of public suites, August 2026).
///
/// @param partition null if the index has no partition key
/// @param filters for each attribute that a search may name beside it the key bytes of the value,
///   null if the search does not name it
record VectorScope(@Nullable AttributeValue partition, List<byte @Nullable []> filters) {
    /// The scope of a search with this condition, null for none.
    ///
    /// @throws ApiException if the condition does not go with the index
    static VectorScope of(SecondaryIndex index, @Nullable SearchCondition condition) {
        List<KeyAttribute> partitionKeys = index.keySchema().partitionKeys();
        if (condition == null) {
            requireNone(partitionKeys);
            return new VectorScope(null, filters(index, Map.of()));
        }
        Map<String, AttributeValue> values = condition.values();
        requireKnown(index, values);
        if (!partitionKeys.stream().allMatch(key -> values.containsKey(key.name()))) {
            throw ApiException.validation(
                    "SearchConditionExpression must have all HASH attributes in configured"
                            + " SearchSchema");
        }
        index.typedAttributes().forEach(attribute -> requireType(attribute, values));
        AttributeValue partition = null;
        for (KeyAttribute key : partitionKeys) {
            partition = values.get(key.name());
            if (partition != null) {
                ItemKeys.requireNotEmpty(key, partition);
            }
        }
        return new VectorScope(partition, filters(index, values));
    }

    private static void requireNone(List<KeyAttribute> partitionKeys) {
        if (!partitionKeys.isEmpty()) {
            throw ApiException.validation(
                    "SearchConditionExpression must be provided when SearchSchema has a HASH key");
        }
    }

    private static void requireKnown(SecondaryIndex index, Map<String, AttributeValue> values) {
        List<String> known = index.typedAttributes().stream().map(KeyAttribute::name).toList();
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw ApiException.validation(
                        "SearchConditionExpression must not contain any attributes that is not in"
                                + " SearchSchema. Invalid attribute: "
                                + name);
            }
        }
    }

    private static void requireType(KeyAttribute attribute, Map<String, AttributeValue> values) {
        AttributeValue value = values.get(attribute.name());
        if (value != null && !attribute.type().matches(value)) {
            throw ApiException.validation(
                    ("Type of '%s' attribute in SearchConditionExpression (%s) does not match type"
                                    + " in search schema (%s)")
                            .formatted(attribute.name(), value.type(), attribute.type()));
        }
    }

    private static List<byte @Nullable []> filters(
            SecondaryIndex index, Map<String, AttributeValue> values) {
        List<byte @Nullable []> filters = new ArrayList<>();
        index.typedAttributes().stream()
                .skip(index.keySchema().partitionKeys().size())
                .forEach(attribute -> {
                    AttributeValue value = values.get(attribute.name());
                    filters.add(value == null ? null : KeyBytes.of(value));
                });
        return filters;
    }
}
