package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.Table;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.table.IndexStatus;

/// Finds the table that a bulk operation is to put items into.
public final class BulkTarget implements Operation<BulkTarget.Request, BulkTarget.Response> {
    private final Catalog catalog;

    public BulkTarget(Catalog catalog) {
        this.catalog = catalog;
    }

    /// The name of the table.
    public record Request(String tableName) {}

    /// The table: another of its name has another id.
    public record Response(String tableId) {}

    @Override
    public Response execute(Request request) {
        Table table = catalog.requireUsable(request.tableName());
        boolean isIndexing =
                table.indexes().all().stream()
                        .anyMatch(index -> index.status() == IndexStatus.CREATING);
        if (isIndexing) {
            throw new ApiException(
                    ApiError.RESOURCE_IN_USE,
                    "Table is being updated: a secondary index of " + table.name() + " is created");
        }
        return new Response(table.uuid());
    }
}
