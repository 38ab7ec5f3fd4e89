package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.catalog.TableIndexes;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.recovery.KeptHistory;
import dev.millrace.model.insight.TableInsights;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.TableStatus;

/// Takes tables and their indexes out of their passing statuses: what is being created or updated
/// becomes ACTIVE, what is being deleted goes. A table that is being restored is left alone until
/// it has its items, one that is being deleted until nobody reads its past any more.
///
/// The operation that put a table there settles it in a commit of its own, right behind the first
/// or, if the server is to take its time, some time after; after a crash between the two, the
/// server's start does.
public final class TableSettling {
    private final TableAccess access;
    private final StreamSwitch streams;

    public TableSettling(TableAccess access) {
        this.access = access;
        this.streams = new StreamSwitch(access.names(), access.records());
    }

    /// Settles every table that a crash left in a passing status.
    public static void settleAll(TableAccess access) {
        TableSettling settling = new TableSettling(access);
        access.catalog().state().tables().stream()
                .filter(table -> !isSettled(table))
                .forEach(settling::settle);
    }

    /// Settles one table, at once or after it has stayed in its status for a while.
    public void settle(Table table) {
        if (access.statusDelay().isNone() || table.status() == TableStatus.ACTIVE) {
            settleNow(table);
        } else {
            access.statusDelay().begin(table);
        }
    }

    /// Settles one table, unless it has been settled or is gone.
    public void settleNow(Table table) {
        access.sequencer().submit((CatalogCommand<Boolean>) catalog -> settle(catalog, table));
    }

    private Boolean settle(CatalogEvaluation catalog, Table seen) {
        catalog.state()
                .table(seen.name())
                .filter(table -> table.id() == seen.id())
                .ifPresent(table -> settleNow(catalog, table));
        return true;
    }

    private void settleNow(CatalogEvaluation catalog, Table table) {
        settleStream(catalog, table);
        if (table.status() == TableStatus.DELETING) {
            if (!isHeld(table)) {
                remove(catalog, table);
            }
        } else if (!table.past().isFilling() && !isSettled(table)) {
            activate(catalog, table);
        }
    }

    // A table stays until its backups are complete and those that are restored from its past.
    private static boolean isHeld(Table table) {
        TableHistory history = table.past().history();
        return history != null && history.isHeld();
    }

    private static boolean isSettled(Table table) {
        return table.status() == TableStatus.ACTIVE
                && table.indexes().all().stream().allMatch(TableSettling::isSettled);
    }

    // An index that is being filled settles when it is full.
    private static boolean isSettled(SecondaryIndex index) {
        return index.status() == IndexStatus.ACTIVE || index.isUnderConstruction();
    }

    private static void activate(CatalogEvaluation catalog, Table table) {
        TableIndexes indexes = table.indexes();
        TableInsights insights = table.settings().insights();
        for (SecondaryIndex index : table.indexes().all()) {
            if (index.status() == IndexStatus.DELETING) {
                indexes = indexes.without(index.id());
                insights = insights.without(index.name());
                catalog.change(new CatalogChange.RemoveIndex(table, index.id()));
            } else if (!isSettled(index)) {
                indexes = indexes.with(index.withStatus(IndexStatus.ACTIVE, null));
            }
        }
        AttributeTypes types = AttributeTypes.of(table.attributeDefinitions());
        Table settled =
                table.withStatus(TableStatus.ACTIVE)
                        .withPast(table.past().restored())
                        .withIndexes(indexes)
                        .withSettings(table.settings().withInsights(insights))
                        .withAttributeDefinitions(types.usedBy(table.keySchema(), indexes.all()));
        catalog.change(new CatalogChange.PutTable(settled));
    }

    private void remove(CatalogEvaluation catalog, Table table) {
        String arn = access.names().tableArn(table.name());
        if (catalog.state().policy(arn).isPresent()) {
            catalog.change(new CatalogChange.RemovePolicy(arn));
        }
        KeptHistory.end(catalog, table);
        catalog.state()
                .destinations()
                .shownOf(table)
                .forEach(destination -> DestinationAccess.hide(catalog, destination));
        catalog.change(new CatalogChange.RemoveTable(table));
    }

    private void settleStream(CatalogEvaluation catalog, Table table) {
        StreamShards latest = catalog.state().latestStreamOf(table);
        if (latest == null) {
            return;
        }
        Stream stream = latest.stream();
        switch (stream.status()) {
            case ENABLING -> streams.open(catalog, table, stream);
            case DISABLING ->
                    catalog.change(
                            new CatalogChange.PutStream(stream.withStatus(StreamStatus.DISABLED)));
            case ENABLED, DISABLED -> {}
        }
    }
}
