package dev.millrace.model.table;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A secondary index as clients ask for it. A local one says nothing of throughput.
public record IndexSpecification(
        String indexName,
        List<KeySchemaElement> keySchema,
        IndexProjection projection,
        @Nullable ProvisionedThroughput provisionedThroughput,
        @Nullable OnDemandThroughput onDemandThroughput,
        @Nullable WarmThroughputSpecification warmThroughput) {}
