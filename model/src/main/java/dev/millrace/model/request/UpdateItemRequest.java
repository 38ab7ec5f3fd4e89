package dev.millrace.model.request;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// Changes attributes of the item with a key, creating it if there is none.
public record UpdateItemRequest(
        String tableName,
        Item key,
        @Nullable String updateExpression,
        @Nullable String conditionExpression,
        ExpressionAttributes expressionAttributes,
        ReturnValues returnValues,
        ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure,
        ReturnConsumedCapacity returnConsumedCapacity,
        ReturnItemCollectionMetrics returnItemCollectionMetrics) {}
