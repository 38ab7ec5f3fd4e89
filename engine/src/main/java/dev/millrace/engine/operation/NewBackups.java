package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Backup;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.HistoryHold;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TablePast;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.item.TableTotals;
import dev.millrace.engine.recovery.KeptHistory;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.backup.BackupStatus;
import dev.millrace.model.backup.BackupType;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.stream.StreamViewType;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// Begins backups: from the commit on, the table's history is kept until the copy is complete.
final class NewBackups {
    /// The most backups that are being made at a time.
    static final int CREATING_MAX = 500;

    /// How long a backup is kept that the deletion of a table makes.
    static final Duration SYSTEM_LIFETIME = Duration.ofDays(35);

    private static final String SYSTEM_NAME = "$DeletedTableBackup";
    private static final String SYSTEM_SUFFIX = "00000000";

    private final TableTotals totals;

    NewBackups(TableTotals totals) {
        this.totals = totals;
    }

    /// A backup that a client asks for.
    ///
    /// @param random eight hexadecimal digits
    Backup ofUser(CatalogEvaluation catalog, Table table, String name, String random) {
        requireRoom(catalog.state());
        return begin(catalog, table, name, BackupType.USER, random);
    }

    /// The backup of a table that is deleted although it could be restored to a moment.
    void ofSystem(CatalogEvaluation catalog, Table table) {
        begin(catalog, table, table.name() + SYSTEM_NAME, BackupType.SYSTEM, SYSTEM_SUFFIX);
    }

    private Backup begin(
            CatalogEvaluation catalog, Table table, String name, BackupType type, String random) {
        long position = catalog.position();
        Instant now = Instant.ofEpochMilli(HybridClock.millis(position));
        TableTotals.Totals total = totals.of(table.id());
        Backup backup =
                new Backup(
                        catalog.state().counters().lastBackupId() + 1,
                        "%014d-%s".formatted(now.toEpochMilli(), random),
                        name,
                        type,
                        BackupStatus.CREATING,
                        position,
                        now,
                        type == BackupType.SYSTEM ? now.plus(SYSTEM_LIFETIME) : null,
                        table.withPast(TablePast.NONE),
                        view(catalog.state().latestStreamOf(table)),
                        total.items(),
                        total.bytes());
        catalog.change(new CatalogChange.PutBackup(backup));
        KeptHistory.hold(
                catalog, table, new HistoryHold(HistoryHold.Kind.BACKUP, backup.id(), position));
        return backup;
    }

    private static void requireRoom(CatalogState state) {
        long creating =
                state.backups().stream()
                        .filter(backup -> backup.status() == BackupStatus.CREATING)
                        .count();
        if (creating >= CREATING_MAX) {
            throw new ApiException(
                    ApiError.LIMIT_EXCEEDED,
                    "Subscriber limit exceeded: Only %d backups can be made simultaneously"
                            .formatted(CREATING_MAX));
        }
    }

    private static @Nullable StreamViewType view(@Nullable StreamShards stream) {
        return stream != null && TableAccess.isOn(stream) ? stream.stream().viewType() : null;
    }
}
