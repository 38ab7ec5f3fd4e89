package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.FieldReader;
import dev.millrace.engine.keyspace.FieldWriter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// The stored form of a table's past, as fields of the table's row (docs/keyspace.md, "Table").
final class TablePastRow {
    private static final int HISTORY = 60;
    private static final int RESTORE = 61;

    private static final int BEGIN = 1;
    private static final int FIRST_BUCKET = 2;
    private static final int RECOVERY_SINCE = 3;
    private static final int RECOVERY_DAYS = 4;
    private static final int HOLD = 5;

    private static final int HOLD_KIND = 1;
    private static final int HOLD_NUMBER = 2;
    private static final int HOLD_POSITION = 3;

    private static final int SOURCE_NAME = 1;
    private static final int MOMENT_MILLIS = 2;
    private static final int BACKUP_ID = 3;
    private static final int BACKUP_KEY = 4;
    private static final int TABLE_ID = 5;
    private static final int POSITION = 6;
    private static final int FULL = 7;
    private static final int IMPORT_ARN = 8;

    private TablePastRow() {}

    static void write(FieldWriter row, TablePast past) {
        TableHistory history = past.history();
        if (history != null) {
            row.group(HISTORY, group -> write(group, history));
        }
        TableRestore restore = past.restore();
        if (restore != null) {
            row.group(RESTORE, group -> write(group, restore));
        }
    }

    static TablePast read(FieldReader row) {
        List<FieldReader> histories = row.groups(HISTORY);
        List<FieldReader> restores = row.groups(RESTORE);
        return new TablePast(
                histories.isEmpty() ? null : history(histories.getFirst()),
                restores.isEmpty() ? null : restore(restores.getFirst()));
    }

    private static void write(FieldWriter group, TableHistory history) {
        group.number(BEGIN, history.begin()).number(FIRST_BUCKET, history.firstBucket());
        PointInTimeRecovery recovery = history.recovery();
        if (recovery != null) {
            group.number(RECOVERY_SINCE, recovery.since()).number(RECOVERY_DAYS, recovery.days());
        }
        history.holds().forEach(hold -> group.group(HOLD, inner -> write(inner, hold)));
    }

    private static void write(FieldWriter group, HistoryHold hold) {
        group.text(HOLD_KIND, hold.kind().name())
                .number(HOLD_NUMBER, hold.number())
                .number(HOLD_POSITION, hold.position());
    }

    private static void write(FieldWriter group, TableRestore restore) {
        group.text(SOURCE_NAME, restore.sourceTableName())
                .number(MOMENT_MILLIS, restore.moment().toEpochMilli());
        switch (restore.source()) {
            case RestoreSource.OfBackup(int id, String key) ->
                    group.number(BACKUP_ID, id).text(BACKUP_KEY, key);
            case RestoreSource.OfTable(int id, long position) ->
                    group.number(TABLE_ID, id).number(POSITION, position);
            case RestoreSource.OfImport(String arn) -> group.text(IMPORT_ARN, arn);
        }
        if (restore.isFull()) {
            group.number(FULL, 1);
        }
    }

    private static TableHistory history(FieldReader group) {
        return new TableHistory(
                group.number(BEGIN),
                (int) group.number(FIRST_BUCKET),
                recovery(group),
                group.groups(HOLD).stream().map(TablePastRow::hold).toList());
    }

    private static @Nullable PointInTimeRecovery recovery(FieldReader group) {
        Long since = group.numberOrNull(RECOVERY_SINCE);
        return since == null
                ? null
                : new PointInTimeRecovery(since, (int) group.number(RECOVERY_DAYS));
    }

    private static HistoryHold hold(FieldReader group) {
        return new HistoryHold(
                HistoryHold.Kind.valueOf(group.text(HOLD_KIND)),
                (int) group.number(HOLD_NUMBER),
                group.number(HOLD_POSITION));
    }

    private static TableRestore restore(FieldReader group) {
        return new TableRestore(
                source(group),
                group.text(SOURCE_NAME),
                Instant.ofEpochMilli(group.number(MOMENT_MILLIS)),
                group.numberOrNull(FULL) != null);
    }

    private static RestoreSource source(FieldReader group) {
        String importArn = group.textOrNull(IMPORT_ARN);
        if (importArn != null) {
            return new RestoreSource.OfImport(importArn);
        }
        Long backupId = group.numberOrNull(BACKUP_ID);
        return backupId == null
                ? new RestoreSource.OfTable((int) group.number(TABLE_ID), group.number(POSITION))
                : new RestoreSource.OfBackup(backupId.intValue(), group.text(BACKUP_KEY));
    }
}
