package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Backup;
import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TimeToLive;
import dev.millrace.model.backup.BackupDescription;
import dev.millrace.model.backup.BackupDetails;
import dev.millrace.model.backup.BackupSummary;
import dev.millrace.model.backup.SourceTableDetails;
import dev.millrace.model.backup.SourceTableFeatureDetails;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// What the operations on backups and restores work with, and how they describe a backup.
///
/// @param uuids makes ids of tables, and the random part of the names of backups
/// @param wake tells whoever fills backups and tables that there is something to do
public record BackupAccess(TableAccess tables, Supplier<String> uuids, Runnable wake) {
    /// The table whose past is asked about.
    ///
    /// @throws ApiException if there is none, or it is being created or deleted
    static Table requireTable(CatalogState state, String name) {
        return state.table(name)
                .filter(Catalog::isUsable)
                .orElseThrow(() ->
                        new ApiException(ApiError.TABLE_NOT_FOUND, "Table not found: " + name));
    }

    /// The backup with this ARN.
    ///
    /// @throws ApiException if it is no ARN of a backup, or there is none
    Backup require(CatalogState state, String arn) {
        return state.backup(new BackupArns(tables.names()).keyOf(arn))
                .orElseThrow(() ->
                        new ApiException(ApiError.BACKUP_NOT_FOUND, "Backup not found: " + arn));
    }

    BackupDetails details(Backup backup) {
        return new BackupDetails(
                tables.names().backupArn(backup),
                backup.name(),
                backup.bytes(),
                backup.status(),
                backup.type(),
                backup.created(),
                backup.expiry());
    }

    BackupSummary summary(Backup backup) {
        Table source = backup.source();
        return new BackupSummary(
                details(backup),
                source.name(),
                source.uuid(),
                tables.names().tableArn(source.name()));
    }

    BackupDescription describe(Backup backup) {
        return new BackupDescription(details(backup), source(backup), features(backup));
    }

    private SourceTableDetails source(Backup backup) {
        Table source = backup.source();
        return new SourceTableDetails(
                source.name(),
                source.uuid(),
                tables.names().tableArn(source.name()),
                backup.bytes(),
                source.keySchema(),
                source.created(),
                source.throughput(),
                source.settings().onDemandThroughput(),
                backup.items(),
                source.billingMode());
    }

    private static SourceTableFeatureDetails features(Backup backup) {
        Table source = backup.source();
        return new SourceTableFeatureDetails(
                source.indexes().maintained(),
                backup.stream(),
                attributeName(source.timeToLive()),
                source.settings().sseDescription());
    }

    private static @Nullable String attributeName(@Nullable TimeToLive timeToLive) {
        return timeToLive == null ? null : timeToLive.attributeName();
    }
}
