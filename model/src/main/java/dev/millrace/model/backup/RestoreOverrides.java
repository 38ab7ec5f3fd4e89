package dev.millrace.model.backup;

import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.SseSpecification;
import dev.millrace.model.table.VectorIndexSpecification;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a restored table is to have otherwise than the table that it is restored from; null is what
/// a request says nothing about. An empty list of indexes asks for none.
public record RestoreOverrides(
        @Nullable BillingMode billingMode,
        @Nullable List<IndexSpecification> globalSecondaryIndexes,
        @Nullable List<IndexSpecification> localSecondaryIndexes,
        @Nullable ProvisionedThroughput provisionedThroughput,
        @Nullable OnDemandThroughput onDemandThroughput,
        @Nullable SseSpecification sseSpecification,
        @Nullable List<VectorIndexSpecification> vectorIndexes) {
    /// Says nothing.
    public static final RestoreOverrides NONE =
            new RestoreOverrides(null, null, null, null, null, null, null);
}
