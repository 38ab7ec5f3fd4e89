package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableRestore;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.model.table.TableStatus;

import java.util.Optional;

/// Ends an import: its table becomes ACTIVE, or goes if the import failed. Asked again it does
/// nothing.
public final class EndImport implements Operation<EndImport.Request, EndImport.Response> {
    private final TableAccess access;
    private final TableSettling settling;

    public EndImport(TableAccess access) {
        this.access = access;
        this.settling = new TableSettling(access);
    }

    /// @param isComplete whether the table is to stay
    public record Request(String tableName, String tableId, boolean isComplete) {}

    /// That it has ended.
    public record Response() {}

    @Override
    public Response execute(Request request) {
        access.sequencer()
                .submit((CatalogCommand<Optional<Table>>) catalog -> end(catalog, request))
                .ifPresent(settling::settleNow);
        return new Response();
    }

    private static Optional<Table> end(CatalogEvaluation catalog, Request request) {
        Optional<Table> ended =
                catalog.state()
                        .table(request.tableName())
                        .filter(table -> table.uuid().equals(request.tableId()))
                        .filter(EndImport::isImported)
                        .map(table -> table.withPast(table.past().restored()))
                        .map(table ->
                                request.isComplete()
                                        ? table
                                        : table.withStatus(TableStatus.DELETING));
        ended.ifPresent(table -> catalog.change(new CatalogChange.PutTable(table)));
        return ended;
    }

    private static boolean isImported(Table table) {
        TableRestore restore = table.past().restore();
        return restore != null && restore.isImport();
    }
}
