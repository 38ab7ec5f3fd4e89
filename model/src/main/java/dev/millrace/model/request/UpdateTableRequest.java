package dev.millrace.model.request;

import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.StreamSpecification;

import org.jspecify.annotations.Nullable;

/// Changes a table: its stream, billing mode or throughput.
public record UpdateTableRequest(
        String tableName,
        @Nullable BillingMode billingMode,
        @Nullable ProvisionedThroughput provisionedThroughput,
        @Nullable StreamSpecification streamSpecification) {}
