package dev.millrace.engine.catalog;

import dev.millrace.model.key.KeySchema;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.TableStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A table.
///
/// @param id names the table in row keys; never given twice, so a new table of an old name has
///   other rows
/// @param uuid the `TableId` that clients see
/// @param partitions where in the unsigned hash space each partition begins, ascending from zero
/// @param latestStreamId the stream that was enabled last, still so or not; null if there never was
///   one
public record Table(
        int id,
        String name,
        String uuid,
        TableStatus status,
        Instant created,
        KeySchema keySchema,
        List<AttributeDefinition> attributeDefinitions,
        BillingMode billingMode,
        ProvisionedThroughput throughput,
        List<Long> partitions,
        @Nullable Integer latestStreamId) {
    /// The same table with the identity that its creation gives it.
    public Table born(int newId, Instant moment) {
        return new Table(
                newId,
                name,
                uuid,
                status,
                moment,
                keySchema,
                attributeDefinitions,
                billingMode,
                throughput,
                partitions,
                latestStreamId);
    }

    /// The same table in another status.
    public Table withStatus(TableStatus newStatus) {
        return new Table(
                id,
                name,
                uuid,
                newStatus,
                created,
                keySchema,
                attributeDefinitions,
                billingMode,
                throughput,
                partitions,
                latestStreamId);
    }

    /// The same table with another latest stream.
    public Table withStream(int streamId) {
        return new Table(
                id,
                name,
                uuid,
                status,
                created,
                keySchema,
                attributeDefinitions,
                billingMode,
                throughput,
                partitions,
                streamId);
    }

    /// The same table with other billing; its partitions stay.
    public Table withBilling(BillingMode newMode, ProvisionedThroughput newThroughput) {
        return new Table(
                id,
                name,
                uuid,
                status,
                created,
                keySchema,
                attributeDefinitions,
                newMode,
                newThroughput,
                partitions,
                latestStreamId);
    }
}
