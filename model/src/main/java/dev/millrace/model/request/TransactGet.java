package dev.millrace.model.request;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// One read of a transaction: the item with a key, or what the projection leaves of it.
public record TransactGet(
        String tableName,
        Item key,
        @Nullable String projectionExpression,
        ExpressionAttributes expressionAttributes) {}
