package dev.millrace.model.table;

import dev.millrace.model.key.KeySchema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A table as DescribeTable shows it.
///
/// @param latestStreamLabel stays when the stream is disabled; null if the table never had one
/// @param streamSpecification null unless the stream is enabled
/// @param indexes both kinds, each in the order it was given
/// @param restoreSummary null unless the table is being restored
/// @param settings their history counts what happened on the day of the description
public record TableDescription(
        String tableName,
        String tableArn,
        String tableId,
        TableStatus tableStatus,
        Instant creationDateTime,
        KeySchema keySchema,
        List<AttributeDefinition> attributeDefinitions,
        BillingMode billingMode,
        ProvisionedThroughput provisionedThroughput,
        long itemCount,
        long tableSizeBytes,
        @Nullable StreamSpecification streamSpecification,
        @Nullable String latestStreamLabel,
        @Nullable String latestStreamArn,
        TableSettings settings,
        List<IndexDescription> indexes,
        @Nullable RestoreSummary restoreSummary) {
    /// A table without indexes of which nothing was set.
    public TableDescription(
            String tableName,
            String tableArn,
            String tableId,
            TableStatus tableStatus,
            Instant creationDateTime,
            KeySchema keySchema,
            List<AttributeDefinition> attributeDefinitions,
            BillingMode billingMode,
            ProvisionedThroughput provisionedThroughput,
            long itemCount,
            long tableSizeBytes,
            @Nullable StreamSpecification streamSpecification,
            @Nullable String latestStreamLabel,
            @Nullable String latestStreamArn) {
        this(
                tableName,
                tableArn,
                tableId,
                tableStatus,
                creationDateTime,
                keySchema,
                attributeDefinitions,
                billingMode,
                provisionedThroughput,
                itemCount,
                tableSizeBytes,
                streamSpecification,
                latestStreamLabel,
                latestStreamArn,
                TableSettings.initial(billingMode, provisionedThroughput),
                List.of(),
                null);
    }
}
