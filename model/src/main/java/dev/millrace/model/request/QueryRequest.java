package dev.millrace.model.request;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// Reads the items of one partition key, in the order of the sort key.
public record QueryRequest(
        String tableName,
        @Nullable String keyConditionExpression,
        @Nullable String filterExpression,
        @Nullable String projectionExpression,
        ExpressionAttributes expressionAttributes,
        @Nullable Select select,
        @Nullable Integer limit,
        boolean consistentRead,
        boolean scanIndexForward,
        @Nullable Item exclusiveStartKey,
        ReturnConsumedCapacity returnConsumedCapacity) {}
