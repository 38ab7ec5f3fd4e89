package dev.millrace.model.request;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Reads the item with a key.
public record GetItemRequest(
        String tableName,
        Item key,
        boolean consistentRead,
        @Nullable String projectionExpression,
        ExpressionAttributes expressionAttributes,
        ReturnConsumedCapacity returnConsumedCapacity,
        @Nullable List<String> attributesToGet) {
    /// A request without legacy parameters.
    public GetItemRequest(
            String tableName,
            Item key,
            boolean consistentRead,
            @Nullable String projectionExpression,
            ExpressionAttributes expressionAttributes,
            ReturnConsumedCapacity returnConsumedCapacity) {
        this(
                tableName,
                key,
                consistentRead,
                projectionExpression,
                expressionAttributes,
                returnConsumedCapacity,
                null);
    }
}
