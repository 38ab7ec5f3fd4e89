package dev.millrace.model.table;

import dev.millrace.model.key.IndexKeySchema;

import org.jspecify.annotations.Nullable;

/// A secondary index of a table.
///
/// @param id names the index in row keys; never given twice in one table
/// @param backfilling whether items that were there before the index are being added; null when
///   nothing of the kind is to be told, as for an index born with its table or one that is complete
/// @param throughput zero and zero for an on-demand table and for a local index
public record SecondaryIndex(
        int id,
        IndexKind kind,
        String name,
        IndexKeySchema keySchema,
        IndexProjection projection,
        IndexStatus status,
        @Nullable Boolean backfilling,
        ProvisionedThroughput throughput,
        OnDemandThroughput onDemandThroughput,
        WarmThroughput warmThroughput) {
    /// The same index in another state of its building.
    public SecondaryIndex withStatus(IndexStatus newStatus, @Nullable Boolean nowBackfilling) {
        return new SecondaryIndex(
                id,
                kind,
                name,
                keySchema,
                projection,
                newStatus,
                nowBackfilling,
                throughput,
                onDemandThroughput,
                warmThroughput);
    }

    /// The same index with other throughput.
    public SecondaryIndex withThroughput(
            ProvisionedThroughput units, OnDemandThroughput limits, WarmThroughput warm) {
        return new SecondaryIndex(
                id, kind, name, keySchema, projection, status, backfilling, units, limits, warm);
    }
}
