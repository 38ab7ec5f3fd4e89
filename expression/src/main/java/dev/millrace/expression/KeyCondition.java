package dev.millrace.expression;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

/// Which items of a table or index a query is about: those with this partition key whose sort key
/// meets the condition, if there is one.
public record KeyCondition(AttributeValue partitionValue, @Nullable SortKeyCondition sort) {}
