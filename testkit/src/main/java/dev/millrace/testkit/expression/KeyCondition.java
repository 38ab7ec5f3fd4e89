package dev.millrace.testkit.expression;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// The key condition of a query: one partition key, and perhaps a restriction of the sort key.
///
/// @param equalities what further attributes must equal, where the key of an index has several:
///   those of the partition key, and the first ones of the sort key
public record KeyCondition(
        String partitionKey,
        AttributeValue partition,
        @Nullable SortKeyCondition sortKeyCondition,
        Map<String, AttributeValue> equalities) {
    /// A condition on a key of one or two attributes.
    public KeyCondition(
            String partitionKey,
            AttributeValue partition,
            @Nullable SortKeyCondition sortKeyCondition) {
        this(partitionKey, partition, sortKeyCondition, Map.of());
    }

    /// A restriction of the sort key.
    public sealed interface SortKeyCondition {
        /// The name of the sort key.
        String sortKey();

        /// `sortKey comparator value`; `<>` is not allowed.
        record Comparison(String sortKey, Comparator comparator, AttributeValue value)
                implements SortKeyCondition {}

        /// `sortKey BETWEEN lower AND upper`.
        record Between(String sortKey, AttributeValue lower, AttributeValue upper)
                implements SortKeyCondition {}

        /// `begins_with(sortKey, prefix)`.
        record BeginsWith(String sortKey, AttributeValue prefix) implements SortKeyCondition {}
    }
}
