package dev.millrace.model.request;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The keys that BatchGetItem reads of one table, and how.
public record KeysAndAttributes(
        List<Item> keys,
        boolean consistentRead,
        @Nullable String projectionExpression,
        ExpressionAttributes expressionAttributes,
        @Nullable List<String> attributesToGet) {
    /// Keys without legacy parameters.
    public KeysAndAttributes(
            List<Item> keys,
            boolean consistentRead,
            @Nullable String projectionExpression,
            ExpressionAttributes expressionAttributes) {
        this(keys, consistentRead, projectionExpression, expressionAttributes, null);
    }
}
