package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.engine.catalog.RestoreSource;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableRestore;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.index.IndexTotals;
import dev.millrace.engine.item.TableTotals;
import dev.millrace.engine.stream.StreamReader;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.table.IndexDescription;
import dev.millrace.model.table.RestoreSummary;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.ThroughputHistory;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;

/// What the operations on tables work with, and how they describe one.
public record TableAccess(
        Catalog catalog,
        TableTotals totals,
        StreamReader records,
        Sequencer sequencer,
        ResourceNames names,
        InstantSource clock,
        StatusDelay statusDelay,
        IndexTotals indexTotals) {
    /// A table as DescribeTable shows it.
    TableDescription describe(CatalogState state, Table table) {
        StreamShards latest = state.latestStreamOf(table);
        Stream stream = latest == null ? null : latest.stream();
        TableTotals.Totals total = totals.of(table.id());
        return new TableDescription(
                table.name(),
                names.tableArn(table.name()),
                table.uuid(),
                table.status(),
                table.created(),
                table.keySchema(),
                table.attributeDefinitions(),
                table.billingMode(),
                table.throughput(),
                total.items(),
                total.bytes(),
                specification(stream),
                stream == null ? null : stream.label(),
                stream == null ? null : stream.arn(),
                shownSettings(table),
                table.indexes().all().stream().map(index -> describe(table, index)).toList(),
                restoreSummary(table.past().restore()));
    }

    private @Nullable RestoreSummary restoreSummary(@Nullable TableRestore restore) {
        if (restore == null || restore.isImport()) {
            return null;
        }
        String backupArn =
                switch (restore.source()) {
                    case RestoreSource.OfBackup(_, String key) -> names.tableArn(key);
                    case RestoreSource.OfTable _, RestoreSource.OfImport _ -> null;
                };
        return new RestoreSummary(
                backupArn, names.tableArn(restore.sourceTableName()), restore.moment());
    }

    private IndexDescription describe(Table table, SecondaryIndex index) {
        TableTotals.Totals total = indexTotals.of(table.id(), index.id());
        return new IndexDescription(
                index.withHistory(index.throughputHistory().shownAt(clock.instant())),
                names.indexArn(table.name(), index.name()),
                total.items(),
                total.bytes());
    }

    private TableSettings shownSettings(Table table) {
        ThroughputHistory history =
                table.settings()
                        .throughputHistory()
                        .withPayPerRequest(table.payPerRequestSince())
                        .shownAt(clock.instant());
        return table.settings().withHistory(history);
    }

    // A stream that is off leaves its ARN and label, and no specification.
    private static @Nullable StreamSpecification specification(@Nullable Stream stream) {
        if (stream == null) {
            return null;
        }
        return switch (stream.status()) {
            case ENABLING, ENABLED -> new StreamSpecification(true, stream.viewType());
            case DISABLING, DISABLED -> null;
        };
    }

    /// Whether a stream takes or is about to take records.
    static boolean isOn(@Nullable StreamShards stream) {
        return stream != null
                && (stream.stream().status() == StreamStatus.ENABLED
                        || stream.stream().status() == StreamStatus.ENABLING);
    }
}
