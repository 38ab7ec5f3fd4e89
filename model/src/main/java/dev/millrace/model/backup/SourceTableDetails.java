package dev.millrace.model.backup;

import dev.millrace.model.key.KeySchema;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;

import java.time.Instant;

/// The table that a backup was made of, as it was then.
public record SourceTableDetails(
        String tableName,
        String tableId,
        String tableArn,
        long tableSizeBytes,
        KeySchema keySchema,
        Instant tableCreationDateTime,
        ProvisionedThroughput provisionedThroughput,
        OnDemandThroughput onDemandThroughput,
        long itemCount,
        BillingMode billingMode) {}
