package dev.millrace.engine.recovery;

import dev.millrace.engine.BackupOperations;
import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.backfill.HeldBackfill;
import dev.millrace.engine.verify.StoreVerifier;
import dev.millrace.model.backup.BackupDescription;
import dev.millrace.model.backup.BackupStatus;
import dev.millrace.model.backup.BackupSummary;
import dev.millrace.model.backup.BackupType;
import dev.millrace.model.backup.PointInTimeRecoveryDescription;
import dev.millrace.model.backup.RestoreOverrides;
import dev.millrace.model.request.CreateBackupRequest;
import dev.millrace.model.request.DeleteBackupRequest;
import dev.millrace.model.request.DeleteItemRequest;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.request.DescribeBackupRequest;
import dev.millrace.model.request.DescribeContinuousBackupsRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.ListBackupsRequest;
import dev.millrace.model.request.ListTablesRequest;
import dev.millrace.model.request.RestoreTableFromBackupRequest;
import dev.millrace.model.request.RestoreTableToPointInTimeRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.ScanRequest;
import dev.millrace.model.request.UpdateContinuousBackupsRequest;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableStatus;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/// Short forms of the requests for backups and restores, on a fixture whose background work is
/// held.
final class Vault {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ListTablesRequest ALL = new ListTablesRequest(null, 100);

    private final EngineFixture fixture;
    private final HeldBackfill held;

    Vault(EngineFixture fixture, HeldBackfill held) {
        this.fixture = fixture;
        this.held = held;
    }

    private BackupOperations backups() {
        return fixture.engine().backups();
    }

    /// Begins a backup and returns its ARN.
    String begin(String table) {
        return backups()
                .createBackup()
                .execute(new CreateBackupRequest(table, "nightly"))
                .backupDetails()
                .backupArn();
    }

    /// Makes a backup to its end and returns its ARN.
    String make(String table) {
        String arn = begin(table);
        finishBackup(arn);
        return arn;
    }

    void finishBackup(String arn) {
        while (status(arn) == BackupStatus.CREATING) {
            chunkOfBackup(arn);
        }
    }

    void chunkOfBackup(String arn) {
        held.letOneThrough(() -> status(arn) == BackupStatus.AVAILABLE);
    }

    BackupStatus status(String arn) {
        return describe(arn).backupDetails().backupStatus();
    }

    BackupDescription describe(String arn) {
        return backups()
                .describeBackup()
                .execute(new DescribeBackupRequest(arn))
                .backupDescription();
    }

    BackupDescription delete(String arn) {
        return backups().deleteBackup().execute(new DeleteBackupRequest(arn)).backupDescription();
    }

    List<BackupSummary> list(@Nullable String table, @Nullable BackupType type) {
        return backups()
                .listBackups()
                .execute(new ListBackupsRequest(table, 100, null, null, null, type))
                .backupSummaries();
    }

    TableDescription beginRestore(String arn, String target, RestoreOverrides overrides) {
        return backups()
                .restoreTableFromBackup()
                .execute(new RestoreTableFromBackupRequest(target, arn, overrides))
                .tableDescription();
    }

    void restore(String arn, String target) {
        beginRestore(arn, target, RestoreOverrides.NONE);
        finishRestore(target);
    }

    void finishRestore(String target) {
        while (!isActive(target)) {
            chunkOfRestore(target);
        }
    }

    void chunkOfRestore(String target) {
        held.letOneThrough(() -> isActive(target));
    }

    private boolean isActive(String table) {
        return fixture.describe(table).tableStatus() == TableStatus.ACTIVE;
    }

    /// Restores a table to a moment, the present one if it is null.
    TableDescription beginRecovery(String source, String target, @Nullable Instant moment) {
        return backups()
                .restoreTableToPointInTime()
                .execute(
                        new RestoreTableToPointInTimeRequest(
                                null,
                                source,
                                target,
                                moment == null,
                                moment,
                                RestoreOverrides.NONE))
                .tableDescription();
    }

    void recover(String source, String target, @Nullable Instant moment) {
        beginRecovery(source, target, moment);
        finishRestore(target);
    }

    void switchRecovery(String table, boolean on, @Nullable Integer days) {
        backups()
                .updateContinuousBackups()
                .execute(new UpdateContinuousBackupsRequest(table, on, days));
    }

    @Nullable PointInTimeRecoveryDescription recovery(String table) {
        return backups()
                .describeContinuousBackups()
                .execute(new DescribeContinuousBackupsRequest(table))
                .pointInTimeRecovery();
    }

    void deleteTable(String table) {
        fixture.engine().deleteTable().execute(new DeleteTableRequest(table));
    }

    /// Returns when a table that was only waiting for its backup has gone.
    void awaitGone(String table) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (fixture.engine().listTables().execute(ALL).tableNames().contains(table)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("table " + table + " stays");
            }
            Thread.onSpinWait();
        }
    }

    void deleteItem(String table, String key) {
        fixture.engine()
                .deleteItem()
                .execute(
                        new DeleteItemRequest(
                                table,
                                Item.of(Map.of("pk", EngineFixture.text(key))),
                                null,
                                ExpressionAttributes.NONE,
                                ReturnValues.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    /// The values of a table's items by their keys, as they are stored.
    NavigableMap<String, String> content(String table) {
        NavigableMap<String, String> content = new TreeMap<>();
        List<Item> items =
                fixture.engine()
                        .scan()
                        .execute(
                                new ScanRequest(
                                        table,
                                        null,
                                        null,
                                        ExpressionAttributes.NONE,
                                        null,
                                        null,
                                        true,
                                        null,
                                        null,
                                        null,
                                        ReturnConsumedCapacity.NONE))
                        .items();
        Objects.requireNonNull(items)
                .forEach(item -> content.put(text(item, "pk"), text(item, "v")));
        return content;
    }

    int rows(Family family) {
        int rows = 0;
        try (Cursor cursor = fixture.store().scan(family, KeyRange.all(), Direction.ASCENDING)) {
            while (cursor.next()) {
                rows++;
            }
        }
        return rows;
    }

    List<String> violations() {
        return StoreVerifier.verify(fixture.store()).violations();
    }

    private static String text(Item item, String name) {
        return ((AttributeValue.S) Objects.requireNonNull(item.get(name))).value();
    }
}
