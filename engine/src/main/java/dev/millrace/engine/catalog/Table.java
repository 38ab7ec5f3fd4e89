package dev.millrace.engine.catalog;

import dev.millrace.model.key.KeySchema;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.TableStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A table.
///
/// @param id names the table in row keys; never given twice, so a new table of an old name has
///   other rows
/// @param uuid the `TableId` that clients see
/// @param partitions where in the unsigned hash space each partition begins, ascending from zero
/// @param latestStreamId the stream that was enabled last, still so or not; null if there never was
///   one
/// @param tags values by their keys
/// @param timeToLive null while items do not expire
/// @param past [TablePast#NONE] for most tables
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
        @Nullable Integer latestStreamId,
        TableSettings settings,
        Map<String, String> tags,
        @Nullable TimeToLive timeToLive,
        TableIndexes indexes,
        TablePast past) {
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
                latestStreamId,
                settings,
                tags,
                timeToLive,
                indexes,
                past);
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
                latestStreamId,
                settings,
                tags,
                timeToLive,
                indexes,
                past);
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
                streamId,
                settings,
                tags,
                timeToLive,
                indexes,
                past);
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
                latestStreamId,
                settings,
                tags,
                timeToLive,
                indexes,
                past);
    }

    /// The same table with other settings.
    public Table withSettings(TableSettings newSettings) {
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
                latestStreamId,
                newSettings,
                tags,
                timeToLive,
                indexes,
                past);
    }

    /// The same table with other tags.
    public Table withTags(Map<String, String> newTags) {
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
                latestStreamId,
                settings,
                newTags,
                timeToLive,
                indexes,
                past);
    }

    /// The same table whose items expire as `newTimeToLive` says, null for not at all.
    public Table withTimeToLive(@Nullable TimeToLive newTimeToLive) {
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
                latestStreamId,
                settings,
                tags,
                newTimeToLive,
                indexes,
                past);
    }

    /// The same table with other partitions.
    public Table withPartitions(List<Long> firstHashes) {
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
                firstHashes,
                latestStreamId,
                settings,
                tags,
                timeToLive,
                indexes,
                past);
    }

    /// The same table with other indexes.
    public Table withIndexes(TableIndexes newIndexes) {
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
                latestStreamId,
                settings,
                tags,
                timeToLive,
                newIndexes,
                past);
    }

    /// The same table with other attribute definitions.
    public Table withAttributeDefinitions(List<AttributeDefinition> newDefinitions) {
        return new Table(
                id,
                name,
                uuid,
                status,
                created,
                keySchema,
                newDefinitions,
                billingMode,
                throughput,
                partitions,
                latestStreamId,
                settings,
                tags,
                timeToLive,
                indexes,
                past);
    }

    /// The same table with another past.
    public Table withPast(TablePast newPast) {
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
                latestStreamId,
                settings,
                tags,
                timeToLive,
                indexes,
                newPast);
    }

    /// When the table became on-demand for the last time, by its creation or later; null if it
    /// never was, or is only being created so.
    public @Nullable Instant payPerRequestSince() {
        Instant switched = settings.throughputHistory().lastUpdateToPayPerRequest();
        if (switched != null) {
            return switched;
        }
        return billingMode == BillingMode.PAY_PER_REQUEST && status != TableStatus.CREATING
                ? created
                : null;
    }
}
