package dev.millrace.model.request;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Carries out one statement of PartiQL.
///
/// @param parameters what the `?` of the statement stand for, in their order
/// @param limit the most items that a SELECT looks at; null for no limit
/// @param nextToken where the page before ended; null for the first page
public record ExecuteStatementRequest(
        String statement,
        List<AttributeValue> parameters,
        boolean consistentRead,
        @Nullable Integer limit,
        @Nullable String nextToken,
        ReturnConsumedCapacity returnConsumedCapacity,
        ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure) {}
