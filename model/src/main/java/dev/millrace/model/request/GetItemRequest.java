package dev.millrace.model.request;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// Reads the item with a key.
public record GetItemRequest(
        String tableName,
        Item key,
        boolean consistentRead,
        @Nullable String projectionExpression,
        ExpressionAttributes expressionAttributes,
        ReturnConsumedCapacity returnConsumedCapacity) {}
