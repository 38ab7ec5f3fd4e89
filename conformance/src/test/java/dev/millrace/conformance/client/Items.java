package dev.millrace.conformance.client;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Items and values as the tests write them.
final class Items {
    private Items() {}

    /// A string.
    static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    /// A number.
    static AttributeValue n(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    /// The key of an item in a table with a partition key.
    static Map<String, AttributeValue> key(String partitionKey) {
        return Map.of(TableForms.PARTITION_KEY, s(partitionKey));
    }

    /// The key of an item in a table with a sort key too.
    static Map<String, AttributeValue> key(String partitionKey, long sortKey) {
        return Map.of(TableForms.PARTITION_KEY, s(partitionKey), TableForms.SORT_KEY, n(sortKey));
    }

    /// The value of an attribute that the item must have.
    static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    /// The item with one more attribute.
    static Map<String, AttributeValue> with(
            Map<String, AttributeValue> item, String name, AttributeValue value) {
        Map<String, AttributeValue> more = new TreeMap<>(item);
        more.put(name, value);
        return more;
    }
}
