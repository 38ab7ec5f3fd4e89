package dev.millrace.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.backup.BackupStatus;
import dev.millrace.model.backup.BackupType;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.TableStatus;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The stored forms of backups and of the past of tables.
class BackupRowTest {
    private static final Instant MOMENT = Instant.parse("2026-11-23T10:00:00.250Z");
    private static final ProvisionedThroughput NO_UNITS = new ProvisionedThroughput(0, 0);

    @Test
    void aBackupIsReadAsItWasWritten() {
        Backup backup =
                new Backup(
                        3,
                        "01795420800000-0a1b2c3d",
                        "nightly",
                        BackupType.SYSTEM,
                        BackupStatus.CREATING,
                        77,
                        MOMENT,
                        MOMENT.plusSeconds(1),
                        table(TablePast.NONE),
                        StreamViewType.KEYS_ONLY,
                        12,
                        345);
        assertThat(BackupRow.decode(BackupRow.encode(backup))).isEqualTo(backup);
    }

    @Test
    void aBackupThatStaysHasNeitherExpiryNorStream() {
        Backup backup =
                new Backup(
                        3,
                        "suffix",
                        "nightly",
                        BackupType.USER,
                        BackupStatus.AVAILABLE,
                        77,
                        MOMENT,
                        null,
                        table(TablePast.NONE),
                        null,
                        0,
                        0);
        assertThat(BackupRow.decode(BackupRow.encode(backup))).isEqualTo(backup);
    }

    @Test
    void aHistoryIsReadAsItWasWritten() {
        TableHistory history =
                new TableHistory(
                        9,
                        20_000,
                        new PointInTimeRecovery(11, 7),
                        List.of(
                                new HistoryHold(HistoryHold.Kind.BACKUP, 1, 12),
                                new HistoryHold(HistoryHold.Kind.EXPORT, 2, 13)));
        assertRead(new TablePast(history, null));
        assertRead(new TablePast(TableHistory.begin(9, 20_000), null));
    }

    @Test
    void aRestoreIsReadAsItWasWritten() {
        assertRead(
                new TablePast(
                        null,
                        new TableRestore(
                                new RestoreSource.OfBackup(3, "t/backup/suffix"),
                                "t",
                                MOMENT,
                                false)));
        assertRead(
                new TablePast(
                        null,
                        new TableRestore(new RestoreSource.OfTable(4, 99), "other", MOMENT, true)));
    }

    private static void assertRead(TablePast past) {
        Table table = table(past);
        assertThat(TableRow.decode(TableRow.encode(table))).isEqualTo(table);
    }

    private static Table table(TablePast past) {
        return new Table(
                1,
                "t",
                "uuid",
                TableStatus.ACTIVE,
                MOMENT,
                new KeySchema(new KeyAttribute("pk", ScalarType.S), null),
                List.of(new AttributeDefinition("pk", ScalarType.S)),
                BillingMode.PAY_PER_REQUEST,
                NO_UNITS,
                List.of(0L),
                null,
                TableSettings.initial(BillingMode.PAY_PER_REQUEST, NO_UNITS),
                Map.of(),
                null,
                TableIndexes.NONE,
                past);
    }
}
