package dev.millrace.model.request;

import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.WarmThroughputSpecification;

import org.jspecify.annotations.Nullable;

/// One element of UpdateTable's `GlobalSecondaryIndexUpdates`: each member names an action, and a
/// request is to name exactly one.
public record GlobalSecondaryIndexUpdate(
        @Nullable IndexSpecification create, @Nullable Update update, @Nullable String delete) {
    /// Other throughput for an index.
    public record Update(
            String indexName,
            @Nullable ProvisionedThroughput provisionedThroughput,
            @Nullable OnDemandThroughput onDemandThroughput,
            @Nullable WarmThroughputSpecification warmThroughput) {}
}
