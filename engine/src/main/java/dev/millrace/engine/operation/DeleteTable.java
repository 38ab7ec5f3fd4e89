package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.recovery.KeptHistory;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.response.DeleteTableResponse;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.TableStatus;

/// Deletes a table with all its items. Its stream closes without records of the deletion and stays
/// readable. The answer shows the table DELETING; it is gone by the time the answer arrives, unless
/// it is still read: one that could be restored to a moment leaves a backup.
public final class DeleteTable implements Operation<DeleteTableRequest, DeleteTableResponse> {
    private final TableAccess access;
    private final StreamSwitch streams;
    private final TableSettling settling;
    private final NewBackups backups;
    private final Runnable wake;

    /// @param wake tells whoever makes backups that there is one to make
    public DeleteTable(TableAccess access, Runnable wake) {
        this.access = access;
        this.backups = new NewBackups(access.totals());
        this.wake = wake;
        this.streams = new StreamSwitch(access.names(), access.records());
        this.settling = new TableSettling(access);
    }

    private record Deleted(Table table, DeleteTableResponse response) {}

    @Override
    public DeleteTableResponse execute(DeleteTableRequest request) {
        Deleted deleted =
                access.sequencer()
                        .admit(
                                (CatalogCommand<Deleted>)
                                        catalog -> delete(catalog, request.tableName()));
        settling.settle(deleted.table());
        wake.run();
        return deleted.response();
    }

    private Deleted delete(CatalogEvaluation catalog, String tableName) {
        Table table = requireDeletable(catalog, tableName).withStatus(TableStatus.DELETING);
        StreamShards latest = catalog.state().latestStreamOf(table);
        if (latest != null && TableAccess.isOn(latest)) {
            streams.disable(catalog, latest);
        }
        catalog.change(new CatalogChange.PutTable(table));
        TableHistory history = table.past().history();
        if (history != null && history.recovery() != null) {
            backups.ofSystem(catalog, KeptHistory.recover(catalog, table, null));
        }
        return new Deleted(table, new DeleteTableResponse(access.describe(catalog.state(), table)));
    }

    private static Table requireDeletable(CatalogEvaluation catalog, String tableName) {
        Table table =
                catalog.state()
                        .table(tableName)
                        .orElseThrow(() -> ApiException.tableNotFound(tableName));
        return switch (table.status()) {
            case ACTIVE -> requireUnused(table);
            case CREATING -> throw UpdateTable.inUse("Table is being created: " + tableName);
            case DELETING -> throw UpdateTable.inUse("Table is being deleted: " + tableName);
            case UPDATING ->
                    throw UpdateTable.inUse(
                            "Table: " + tableName + " is in the process of being updated.");
        };
    }

    private static Table requireUnused(Table table) {
        if (table.settings().deletionProtectionEnabled()) {
            throw ApiException.validation(
                    "Resource cannot be deleted as it is currently protected against deletion."
                            + " Disable deletion protection first.");
        }
        if (table.indexes().all().stream()
                .anyMatch(index -> index.status() != IndexStatus.ACTIVE)) {
            throw UpdateTable.inUse(
                    "Cannot delete table while indexes are being created, updated, or deleted.");
        }
        return table;
    }
}
