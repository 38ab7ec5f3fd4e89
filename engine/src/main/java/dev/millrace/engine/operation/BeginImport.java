package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.RestoreSource;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableRestore;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.response.CreateTableResponse;

import java.time.Instant;
import java.util.function.Supplier;

/// Creates the table of an import, which stays CREATING until [EndImport]. Asked again for the same
/// import it finds the table that is there.
public final class BeginImport implements Operation<BeginImport.Request, BeginImport.Response> {
    private final TableAccess access;
    private final CreateTable createTable;

    public BeginImport(TableAccess access, Supplier<String> uuids) {
        this.access = access;
        this.createTable = new CreateTable(access, uuids);
    }

    /// @param importArn tells imports apart
    public record Request(CreateTableRequest table, String importArn) {}

    /// The table that is to be filled.
    public record Response(String tableId) {}

    @Override
    public Response execute(Request request) {
        String name = request.table().tableName();
        return access.catalog()
                .state()
                .table(name)
                .filter(table -> isOf(table, request.importArn()))
                .map(table -> new Response(table.uuid()))
                .orElseGet(() -> create(request, name));
    }

    private Response create(Request request, String name) {
        TableRestore restore =
                TableRestore.begin(
                        new RestoreSource.OfImport(request.importArn()), name, Instant.EPOCH);
        CreateTableResponse created = createTable.execute(request.table(), restore);
        return new Response(created.tableDescription().tableId());
    }

    private static boolean isOf(Table table, String importArn) {
        TableRestore restore = table.past().restore();
        return restore != null && restore.source().equals(new RestoreSource.OfImport(importArn));
    }
}
