package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.expression.Comparator;
import dev.millrace.testkit.expression.KeyCondition;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What a key condition may demand of the key of a table or index, and which items meet it (source:
/// dynamodb-api reference, section 7.4).
final class ReferenceKeyConditions {
    private ReferenceKeyConditions() {}

    /// Checks the condition against the key.
    ///
    /// @throws ApiException if it names other attributes, or has values of the wrong type
    static void requireKeys(IndexKeySchema schema, KeyCondition condition) {
        ReferenceKeys.require(
                condition.partition(), attribute(schema.partitionKeys(), condition.partitionKey()));
        condition
                .equalities()
                .forEach((name, value) ->
                        ReferenceKeys.require(value, attribute(schema.attributes(), name)));
        switch (condition.sortKeyCondition()) {
            case null -> {}
            case KeyCondition.SortKeyCondition.Comparison(var name, var comparator, var value) -> {
                if (comparator == Comparator.NOT_EQUAL) {
                    throw ApiException.validation("Invalid operator used in a key condition");
                }
                ReferenceKeys.require(value, attribute(schema.sortKeys(), name));
            }
            case KeyCondition.SortKeyCondition.Between(var name, var lower, var upper) -> {
                ReferenceKeys.require(lower, attribute(schema.sortKeys(), name));
                ReferenceKeys.require(upper, attribute(schema.sortKeys(), name));
            }
            case KeyCondition.SortKeyCondition.BeginsWith(var name, var prefix) ->
                    ReferenceKeys.require(prefix, attribute(schema.sortKeys(), name));
        }
    }

    /// Whether the item is what the condition is about.
    static boolean matches(Map<String, AttributeValue> item, KeyCondition condition) {
        return condition.partition().equals(item.get(condition.partitionKey()))
                && condition.equalities().entrySet().stream()
                        .allMatch(each -> each.getValue().equals(item.get(each.getKey())))
                && matches(item, condition.sortKeyCondition());
    }

    private static KeyAttribute attribute(List<KeyAttribute> keys, String name) {
        return keys.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> ApiException.validation("Query condition missed key schema element"));
    }

    private static boolean matches(
            Map<String, AttributeValue> item, KeyCondition.@Nullable SortKeyCondition condition) {
        return switch (condition) {
            case null -> true;
            case KeyCondition.SortKeyCondition.Comparison(var name, var comparator, var value) ->
                    comparator.accepts(order(item, name, value));
            case KeyCondition.SortKeyCondition.Between(var name, var lower, var upper) ->
                    order(item, name, lower) >= 0 && order(item, name, upper) <= 0;
            case KeyCondition.SortKeyCondition.BeginsWith(var name, var prefix) ->
                    ReferenceCondition.beginsWith(item.get(name), prefix);
        };
    }

    private static int order(Map<String, AttributeValue> item, String name, AttributeValue value) {
        AttributeValue stored = item.get(name);
        if (stored == null) {
            throw new IllegalStateException("stored item without its sort key");
        }
        return ValueOrder.compare(stored, value).orElseThrow();
    }
}
