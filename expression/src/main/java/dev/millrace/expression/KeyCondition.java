package dev.millrace.expression;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Which items of a table or index a query is about: those with this partition key whose sort key
/// meets the condition, if there is one.
///
/// @param partitionValues the values of the partition key's attributes; of a table always one
/// @param sortValues the values of the sort key's first attributes, where a sort key has several;
///   those of all that are named but the last
/// @param sort the condition on the attribute of the sort key behind `sortValues`
public record KeyCondition(
        List<AttributeValue> partitionValues,
        List<AttributeValue> sortValues,
        @Nullable SortKeyCondition sort) {
    /// A condition on a key with one attribute of each kind.
    public KeyCondition(AttributeValue partitionValue, @Nullable SortKeyCondition sort) {
        this(List.of(partitionValue), List.of(), sort);
    }
}
