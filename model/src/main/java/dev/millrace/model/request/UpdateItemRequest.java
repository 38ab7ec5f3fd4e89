package dev.millrace.model.request;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.Map;

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
        ReturnItemCollectionMetrics returnItemCollectionMetrics,
        @Nullable Map<String, AttributeValueUpdate> attributeUpdates,
        LegacyWrite legacy) {
    /// A request without legacy parameters.
    public UpdateItemRequest(
            String tableName,
            Item key,
            @Nullable String updateExpression,
            @Nullable String conditionExpression,
            ExpressionAttributes expressionAttributes,
            ReturnValues returnValues,
            ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure,
            ReturnConsumedCapacity returnConsumedCapacity,
            ReturnItemCollectionMetrics returnItemCollectionMetrics) {
        this(
                tableName,
                key,
                updateExpression,
                conditionExpression,
                expressionAttributes,
                returnValues,
                returnValuesOnConditionCheckFailure,
                returnConsumedCapacity,
                returnItemCollectionMetrics,
                null,
                LegacyWrite.NONE);
    }
}
