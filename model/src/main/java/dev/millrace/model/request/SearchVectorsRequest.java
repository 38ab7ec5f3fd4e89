package dev.millrace.model.request;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Searches an index of vectors for what is nearest to one.
///
/// @param searchVector the components as clients gave them, one or more
/// @param topK the most results to answer; 1 or more
public record SearchVectorsRequest(
        String tableName,
        String indexName,
        List<AttributeValue> searchVector,
        int topK,
        @Nullable String searchConditionExpression,
        @Nullable String projectionExpression,
        ExpressionAttributes expressionAttributes,
        ReturnConsumedCapacity returnConsumedCapacity) {}
