package dev.millrace.model.table;

import dev.millrace.model.key.KeySchema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A table as DescribeTable shows it.
///
/// @param latestStreamLabel stays when the stream is disabled; null if the table never had one
/// @param streamSpecification null unless the stream is enabled
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
        @Nullable String latestStreamArn) {}
