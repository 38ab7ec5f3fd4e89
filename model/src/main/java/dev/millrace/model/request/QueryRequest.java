package dev.millrace.model.request;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// Reads the items of one partition key, in the order of the sort key.
///
/// @param indexName null to read the table itself
/// @param startKeyFault what is wrong with a value of `exclusiveStartKey`, answered once the legacy
///   filter has been checked; null if nothing is
public record QueryRequest(
        String tableName,
        @Nullable String keyConditionExpression,
        @Nullable String filterExpression,
        @Nullable String projectionExpression,
        ExpressionAttributes expressionAttributes,
        @Nullable Select select,
        @Nullable Integer limit,
        boolean consistentRead,
        boolean scanIndexForward,
        @Nullable Item exclusiveStartKey,
        ReturnConsumedCapacity returnConsumedCapacity,
        LegacyRead legacy,
        @Nullable String indexName,
        @Nullable ApiException startKeyFault) {
    /// A request whose start key, if there is one, has good values.
    public QueryRequest(
            String tableName,
            @Nullable String keyConditionExpression,
            @Nullable String filterExpression,
            @Nullable String projectionExpression,
            ExpressionAttributes expressionAttributes,
            @Nullable Select select,
            @Nullable Integer limit,
            boolean consistentRead,
            boolean scanIndexForward,
            @Nullable Item exclusiveStartKey,
            ReturnConsumedCapacity returnConsumedCapacity,
            LegacyRead legacy,
            @Nullable String indexName) {
        this(
                tableName,
                keyConditionExpression,
                filterExpression,
                projectionExpression,
                expressionAttributes,
                select,
                limit,
                consistentRead,
                scanIndexForward,
                exclusiveStartKey,
                returnConsumedCapacity,
                legacy,
                indexName,
                null);
    }

    /// A request to the table itself, without legacy parameters.
    public QueryRequest(
            String tableName,
            @Nullable String keyConditionExpression,
            @Nullable String filterExpression,
            @Nullable String projectionExpression,
            ExpressionAttributes expressionAttributes,
            @Nullable Select select,
            @Nullable Integer limit,
            boolean consistentRead,
            boolean scanIndexForward,
            @Nullable Item exclusiveStartKey,
            ReturnConsumedCapacity returnConsumedCapacity) {
        this(
                tableName,
                keyConditionExpression,
                filterExpression,
                projectionExpression,
                expressionAttributes,
                select,
                limit,
                consistentRead,
                scanIndexForward,
                exclusiveStartKey,
                returnConsumedCapacity,
                LegacyRead.NONE,
                null);
    }
}
