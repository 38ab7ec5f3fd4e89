package dev.millrace.expression;

import dev.millrace.model.value.AttributeValue;

/// What a query demands of the sort key.
public sealed interface SortKeyCondition {
    /// The sort key is this value.
    record EqualTo(AttributeValue value) implements SortKeyCondition {}

    /// The sort key comes before this value.
    record LessThan(AttributeValue value) implements SortKeyCondition {}

    /// The sort key is this value or comes before it.
    record LessOrEqual(AttributeValue value) implements SortKeyCondition {}

    /// The sort key comes after this value.
    record GreaterThan(AttributeValue value) implements SortKeyCondition {}

    /// The sort key is this value or comes after it.
    record GreaterOrEqual(AttributeValue value) implements SortKeyCondition {}

    /// The sort key lies between the bounds, both included.
    record Between(AttributeValue lower, AttributeValue upper) implements SortKeyCondition {}

    /// The sort key, a string or binary value, begins with the prefix.
    record BeginsWith(AttributeValue prefix) implements SortKeyCondition {}
}
