package dev.millrace.model.request;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// Deletes the item with a key.
public record DeleteItemRequest(
        String tableName,
        Item key,
        @Nullable String conditionExpression,
        ExpressionAttributes expressionAttributes,
        ReturnValues returnValues,
        ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure,
        ReturnConsumedCapacity returnConsumedCapacity,
        ReturnItemCollectionMetrics returnItemCollectionMetrics,
        LegacyWrite legacy) {
    /// A request without legacy parameters.
    public DeleteItemRequest(
            String tableName,
            Item key,
            @Nullable String conditionExpression,
            ExpressionAttributes expressionAttributes,
            ReturnValues returnValues,
            ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure,
            ReturnConsumedCapacity returnConsumedCapacity,
            ReturnItemCollectionMetrics returnItemCollectionMetrics) {
        this(
                tableName,
                key,
                conditionExpression,
                expressionAttributes,
                returnValues,
                returnValuesOnConditionCheckFailure,
                returnConsumedCapacity,
                returnItemCollectionMetrics,
                LegacyWrite.NONE);
    }
}
