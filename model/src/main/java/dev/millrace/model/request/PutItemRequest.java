package dev.millrace.model.request;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// Writes an item, replacing any with the same key.
public record PutItemRequest(
        String tableName,
        Item item,
        @Nullable String conditionExpression,
        ExpressionAttributes expressionAttributes,
        ReturnValues returnValues,
        ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure,
        ReturnConsumedCapacity returnConsumedCapacity,
        ReturnItemCollectionMetrics returnItemCollectionMetrics,
        LegacyWrite legacy) {
    /// A request without legacy parameters.
    public PutItemRequest(
            String tableName,
            Item item,
            @Nullable String conditionExpression,
            ExpressionAttributes expressionAttributes,
            ReturnValues returnValues,
            ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure,
            ReturnConsumedCapacity returnConsumedCapacity,
            ReturnItemCollectionMetrics returnItemCollectionMetrics) {
        this(
                tableName,
                item,
                conditionExpression,
                expressionAttributes,
                returnValues,
                returnValuesOnConditionCheckFailure,
                returnConsumedCapacity,
                returnItemCollectionMetrics,
                LegacyWrite.NONE);
    }
}
