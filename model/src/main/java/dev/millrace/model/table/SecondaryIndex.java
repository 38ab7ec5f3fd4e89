package dev.millrace.model.table;

import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A secondary index of a table.
///
/// @param id names the index in row keys; never given twice in one table
/// @param backfilling whether items that were there before the index are being added; null when
///   nothing of the kind is to be told, as for an index born with its table or one that is complete
/// @param throughput zero and zero for an on-demand table and for a local index
/// @param throughputHistory when its provisioned units changed; of a local index they never do
/// @param vector what makes it an index of vectors; null for the other kinds
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
        ThroughputHistory throughputHistory,
        @Nullable VectorSchema vector) {
    /// An index of keys.
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
            WarmThroughput warmThroughput,
            ThroughputHistory throughputHistory) {
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
                throughputHistory,
                null);
    }

    /// An index of vectors that is not ready yet. It has no throughput of its own.
    public static SecondaryIndex ofVectors(
            int id,
            String name,
            IndexKeySchema keySchema,
            IndexProjection projection,
            VectorSchema vector) {
        return new SecondaryIndex(
                id,
                IndexKind.VECTOR,
                name,
                keySchema,
                projection,
                IndexStatus.CREATING,
                null,
                new ProvisionedThroughput(0, 0),
                OnDemandThroughput.UNLIMITED,
                new WarmThroughput(0, 0),
                ThroughputHistory.NONE,
                vector);
    }

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
                throughputHistory,
                vector);
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
                throughputHistory,
                vector);
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
                history,
                vector);
    }

    /// A new index of vectors like this one, with another number.
    public SecondaryIndex renumbered(int newId) {
        return ofVectors(newId, name, keySchema, projection, Objects.requireNonNull(vector));
    }

    /// A new index of vectors like this one, with another name.
    public SecondaryIndex renamed(String newName) {
        return ofVectors(id, newName, keySchema, projection, Objects.requireNonNull(vector));
    }

    /// The attributes that have a type because of the index: those of its key, and those that
    /// searches may name.
    public List<KeyAttribute> typedAttributes() {
        List<KeyAttribute> key = keySchema.attributes();
        return vector == null
                ? key
                : Stream.concat(key.stream(), vector.filters().stream()).toList();
    }

    /// Whether the items that were there before the index are still to be added, wholly or in part.
    public boolean isUnderConstruction() {
        return status == IndexStatus.CREATING && backfilling != null;
    }
}
