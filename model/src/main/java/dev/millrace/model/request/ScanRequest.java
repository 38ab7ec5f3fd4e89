package dev.millrace.model.request;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// Reads all items of a table, or of one segment of it.
///
/// @param indexName null to read the table itself
/// @param segment null unless the scan is parallel; then from 0 to totalSegments - 1
/// @param startKeyFault what is wrong with a value of `exclusiveStartKey`, answered once the legacy
///   filter has been checked; null if nothing is
public record ScanRequest(
        String tableName,
        @Nullable String filterExpression,
        @Nullable String projectionExpression,
        ExpressionAttributes expressionAttributes,
        @Nullable Select select,
        @Nullable Integer limit,
        boolean consistentRead,
        @Nullable Item exclusiveStartKey,
        @Nullable Integer segment,
        @Nullable Integer totalSegments,
        ReturnConsumedCapacity returnConsumedCapacity,
        LegacyRead legacy,
        @Nullable String indexName,
        @Nullable ApiException startKeyFault) {
    /// A request whose start key, if there is one, has good values.
    public ScanRequest(
            String tableName,
            @Nullable String filterExpression,
            @Nullable String projectionExpression,
            ExpressionAttributes expressionAttributes,
            @Nullable Select select,
            @Nullable Integer limit,
            boolean consistentRead,
            @Nullable Item exclusiveStartKey,
            @Nullable Integer segment,
            @Nullable Integer totalSegments,
            ReturnConsumedCapacity returnConsumedCapacity,
            LegacyRead legacy,
            @Nullable String indexName) {
        this(
                tableName,
                filterExpression,
                projectionExpression,
                expressionAttributes,
                select,
                limit,
                consistentRead,
                exclusiveStartKey,
                segment,
                totalSegments,
                returnConsumedCapacity,
                legacy,
                indexName,
                null);
    }

    /// A request to the table itself, without legacy parameters.
    public ScanRequest(
            String tableName,
            @Nullable String filterExpression,
            @Nullable String projectionExpression,
            ExpressionAttributes expressionAttributes,
            @Nullable Select select,
            @Nullable Integer limit,
            boolean consistentRead,
            @Nullable Item exclusiveStartKey,
            @Nullable Integer segment,
            @Nullable Integer totalSegments,
            ReturnConsumedCapacity returnConsumedCapacity) {
        this(
                tableName,
                filterExpression,
                projectionExpression,
                expressionAttributes,
                select,
                limit,
                consistentRead,
                exclusiveStartKey,
                segment,
                totalSegments,
                returnConsumedCapacity,
                LegacyRead.NONE,
                null);
    }
}
