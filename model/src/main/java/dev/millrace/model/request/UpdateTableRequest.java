package dev.millrace.model.request;

import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.StreamSpecification;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Changes a table: its stream, billing mode, throughput, one of its settings or of its indexes.
///
/// @param attributeDefinitions added to those the table has
/// @param globalSecondaryIndexUpdates null if the request left the list out
/// @param vectorIndexUpdates null if the request left the list out
public record UpdateTableRequest(
        String tableName,
        @Nullable BillingMode billingMode,
        @Nullable ProvisionedThroughput provisionedThroughput,
        @Nullable StreamSpecification streamSpecification,
        TableOptions options,
        List<AttributeDefinition> attributeDefinitions,
        @Nullable List<GlobalSecondaryIndexUpdate> globalSecondaryIndexUpdates,
        @Nullable List<VectorIndexUpdate> vectorIndexUpdates) {
    /// Changes a table, but none of its indexes of vectors.
    public UpdateTableRequest(
            String tableName,
            @Nullable BillingMode billingMode,
            @Nullable ProvisionedThroughput provisionedThroughput,
            @Nullable StreamSpecification streamSpecification,
            TableOptions options,
            List<AttributeDefinition> attributeDefinitions,
            @Nullable List<GlobalSecondaryIndexUpdate> globalSecondaryIndexUpdates) {
        this(
                tableName,
                billingMode,
                provisionedThroughput,
                streamSpecification,
                options,
                attributeDefinitions,
                globalSecondaryIndexUpdates,
                null);
    }

    /// Changes stream, billing mode or throughput.
    public UpdateTableRequest(
            String tableName,
            @Nullable BillingMode billingMode,
            @Nullable ProvisionedThroughput provisionedThroughput,
            @Nullable StreamSpecification streamSpecification) {
        this(
                tableName,
                billingMode,
                provisionedThroughput,
                streamSpecification,
                TableOptions.NONE,
                List.of(),
                null);
    }
}
