package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.response.DeleteTableResponse;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.TableStatus;

/// Deletes a table with all its items. Its stream closes without records of the deletion and stays
/// readable. The answer shows the table DELETING; it is gone by the time the answer arrives.
public final class DeleteTable implements Operation<DeleteTableRequest, DeleteTableResponse> {
    private final TableAccess access;
    private final StreamSwitch streams;
    private final TableSettling settling;

    public DeleteTable(TableAccess access) {
        this.access = access;
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
        return deleted.response();
    }

    private Deleted delete(CatalogEvaluation catalog, String tableName) {
        Table table = requireDeletable(catalog, tableName).withStatus(TableStatus.DELETING);
        StreamShards latest = catalog.state().latestStreamOf(table);
        if (latest != null && TableAccess.isOn(latest)) {
            streams.disable(catalog, latest);
        }
        catalog.change(new CatalogChange.PutTable(table));
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
