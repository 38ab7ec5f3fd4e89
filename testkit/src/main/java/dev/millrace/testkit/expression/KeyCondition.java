package dev.millrace.testkit.expression;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

/// The key condition of a query: one partition key, and perhaps a restriction of the sort key.
public record KeyCondition(
        String partitionKey,
        AttributeValue partition,
        @Nullable SortKeyCondition sortKeyCondition) {
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
