package dev.millrace.model.table;

import dev.millrace.model.key.IndexKeySchema;

import org.jspecify.annotations.Nullable;

/// A secondary index of a table.
///
/// @param id names the index in row keys; never given twice in one table
/// @param backfilling whether items that were there before the index are being added; null when
///   nothing of the kind is to be told, as for an index born with its table or one that is complete
/// @param throughput zero and zero for an on-demand table and for a local index
/// @param throughputHistory when its provisioned units changed; of a local index they never do
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
        WarmThroughput warmThroughput,
        ThroughputHistory throughputHistory) {
    /// An index whose throughput has never changed.
    public SecondaryIndex(
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
        this(
                id,
                kind,
                name,
                keySchema,
                projection,
                status,
                backfilling,
                throughput,
                onDemandThroughput,
                warmThroughput,
                ThroughputHistory.NONE);
    }

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
                warmThroughput,
                throughputHistory);
    }

    /// The same index with other throughput.
    public SecondaryIndex withThroughput(
            ProvisionedThroughput units, OnDemandThroughput limits, WarmThroughput warm) {
        return new SecondaryIndex(
                id,
                kind,
                name,
                keySchema,
                projection,
                status,
                backfilling,
                units,
                limits,
                warm,
                throughputHistory);
    }

    /// The same index with another history.
    public SecondaryIndex withHistory(ThroughputHistory history) {
        return new SecondaryIndex(
                id,
                kind,
                name,
                keySchema,
                projection,
                status,
                backfilling,
                throughput,
                onDemandThroughput,
                warmThroughput,
                history);
    }

    /// Whether the items that were there before the index are still to be added, wholly or in part.
    public boolean isUnderConstruction() {
        return status == IndexStatus.CREATING && backfilling != null;
    }
}
