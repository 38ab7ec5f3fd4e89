package dev.millrace.model.request;

import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.StreamSpecification;

import org.jspecify.annotations.Nullable;

/// Changes a table: its stream, billing mode, throughput or one of its settings.
public record UpdateTableRequest(
        String tableName,
        @Nullable BillingMode billingMode,
        @Nullable ProvisionedThroughput provisionedThroughput,
        @Nullable StreamSpecification streamSpecification,
        TableOptions options) {
    /// Changes stream, billing mode or throughput.
    public UpdateTableRequest(
            String tableName,
            @Nullable BillingMode billingMode,
            @Nullable ProvisionedThroughput provisionedThroughput,
            @Nullable StreamSpecification streamSpecification) {
        this(tableName, billingMode, provisionedThroughput, streamSpecification, TableOptions.NONE);
    }
}
