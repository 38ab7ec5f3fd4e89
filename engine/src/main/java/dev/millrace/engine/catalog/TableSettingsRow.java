package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.FieldReader;
import dev.millrace.engine.keyspace.FieldWriter;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.SettingsReplication;
import dev.millrace.model.table.SseDescription;
import dev.millrace.model.table.SseType;
import dev.millrace.model.table.TableClass;
import dev.millrace.model.table.TableClassSummary;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.ThroughputHistory;
import dev.millrace.model.table.WarmThroughput;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.Function;

/// The fields of a table's row that hold its settings (docs/keyspace.md, "Table"). Rows written
/// before there were settings have none of them.
final class TableSettingsRow {
    private static final int DELETION_PROTECTION = 20;
    private static final int TABLE_CLASS = 21;
    private static final int ENCRYPTION = 22;
    private static final int ON_DEMAND = 23;
    private static final int WARM = 24;
    private static final int HISTORY = 25;
    private static final int SETTINGS_REPLICATION = 92;
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int DECREASES = 3;
    private static final int PAY_PER_REQUEST = 4;

    private TableSettingsRow() {}

    static void write(FieldWriter row, TableSettings settings) {
        if (settings.deletionProtectionEnabled()) {
            row.number(DELETION_PROTECTION, 1);
        }
        write(row, settings.tableClassSummary());
        write(row, settings.sseDescription());
        write(row, settings.onDemandThroughput());
        write(row, settings.warmThroughput());
        write(row, settings.throughputHistory());
        TableInsightsRow.write(row, settings.insights());
        SettingsReplication replication = settings.settingsReplication();
        row.text(SETTINGS_REPLICATION, replication == null ? null : replication.name());
    }

    /// The settings that `row` holds, and those of `initial` that it does not.
    static TableSettings read(FieldReader row, TableSettings initial) {
        return new TableSettings(
                row.numberOrNull(DELETION_PROTECTION) != null,
                group(row, TABLE_CLASS, TableSettingsRow::tableClass),
                group(row, ENCRYPTION, TableSettingsRow::encryption),
                orElse(
                        group(row, ON_DEMAND, TableSettingsRow::onDemand),
                        initial.onDemandThroughput()),
                orElse(group(row, WARM, TableSettingsRow::warm), initial.warmThroughput()),
                orElse(group(row, HISTORY, TableSettingsRow::history), initial.throughputHistory()),
                TableInsightsRow.read(row),
                replication(row.textOrNull(SETTINGS_REPLICATION)));
    }

    private static void write(FieldWriter row, @Nullable TableClassSummary summary) {
        if (summary != null) {
            row.group(
                    TABLE_CLASS,
                    group ->
                            group.text(FIRST, summary.tableClass().name())
                                    .numberOrNone(SECOND, millis(summary.lastUpdateDateTime())));
        }
    }

    private static void write(FieldWriter row, @Nullable SseDescription description) {
        if (description != null) {
            row.group(
                    ENCRYPTION,
                    group ->
                            group.text(FIRST, description.sseType().name())
                                    .text(SECOND, description.kmsMasterKeyArn()));
        }
    }

    private static void write(FieldWriter row, OnDemandThroughput limits) {
        row.group(
                ON_DEMAND,
                group ->
                        group.numberOrNone(FIRST, limits.maxReadRequestUnits())
                                .numberOrNone(SECOND, limits.maxWriteRequestUnits()));
    }

    private static void write(FieldWriter row, WarmThroughput warm) {
        row.group(
                WARM,
                group ->
                        group.number(FIRST, warm.readUnitsPerSecond())
                                .number(SECOND, warm.writeUnitsPerSecond()));
    }

    private static void write(FieldWriter row, ThroughputHistory history) {
        row.group(
                HISTORY,
                group ->
                        group.numberOrNone(FIRST, millis(history.lastIncrease()))
                                .numberOrNone(SECOND, millis(history.lastDecrease()))
                                .number(DECREASES, history.decreasesThatDay())
                                .numberOrNone(
                                        PAY_PER_REQUEST,
                                        millis(history.lastUpdateToPayPerRequest())));
    }

    private static @Nullable SettingsReplication replication(@Nullable String name) {
        return name == null ? null : SettingsReplication.valueOf(name);
    }

    private static TableClassSummary tableClass(FieldReader group) {
        return new TableClassSummary(
                TableClass.valueOf(group.text(FIRST)), moment(group.numberOrNull(SECOND)));
    }

    private static SseDescription encryption(FieldReader group) {
        return new SseDescription(SseType.valueOf(group.text(FIRST)), group.text(SECOND));
    }

    private static OnDemandThroughput onDemand(FieldReader group) {
        return new OnDemandThroughput(group.numberOrNull(FIRST), group.numberOrNull(SECOND));
    }

    private static WarmThroughput warm(FieldReader group) {
        return new WarmThroughput(group.number(FIRST), group.number(SECOND));
    }

    private static ThroughputHistory history(FieldReader group) {
        return new ThroughputHistory(
                moment(group.numberOrNull(FIRST)),
                moment(group.numberOrNull(SECOND)),
                group.number(DECREASES),
                moment(group.numberOrNull(PAY_PER_REQUEST)));
    }

    private static <T> @Nullable T group(
            FieldReader row, int tag, Function<FieldReader, T> decode) {
        return row.groups(tag).stream().findFirst().map(decode).orElse(null);
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }

    private static @Nullable Instant moment(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
