package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.HistoryHold;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.recovery.KeptHistory;
import dev.millrace.model.table.TableStatus;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Lets go of what has been kept for exports that have ended: those that are not among the ones
/// under way.
public final class EndExport implements Operation<EndExport.Request, EndExport.Response> {
    private final TableAccess access;
    private final TableSettling settling;

    public EndExport(TableAccess access) {
        this.access = access;
        this.settling = new TableSettling(access);
    }

    /// @param underWay the numbers of the exports for which the past is still needed
    public record Request(Set<Integer> underWay) {}

    /// That nothing else is kept.
    public record Response() {}

    @Override
    public Response execute(Request request) {
        if (held(access.catalog().state().tables().stream(), request).isEmpty()) {
            return new Response();
        }
        access.sequencer()
                .submit((CatalogCommand<List<Table>>) catalog -> release(catalog, request))
                .forEach(settling::settleNow);
        return new Response();
    }

    private static List<Table> release(CatalogEvaluation catalog, Request request) {
        List<Table> tables = held(catalog.state().tables().stream(), request);
        return tables.stream()
                .map(table -> release(catalog, table, request))
                .filter(table -> table.status() == TableStatus.DELETING)
                .toList();
    }

    private static Table release(CatalogEvaluation catalog, Table table, Request request) {
        Table released = table;
        for (HistoryHold hold : ended(table, request)) {
            released = KeptHistory.release(catalog, released, hold.kind(), hold.number());
        }
        return released;
    }

    private static List<Table> held(Stream<Table> tables, Request request) {
        return tables.filter(table -> !ended(table, request).isEmpty()).toList();
    }

    private static List<HistoryHold> ended(Table table, Request request) {
        TableHistory history = table.past().history();
        return history == null
                ? List.of()
                : history.holds().stream()
                        .filter(hold -> hold.kind() == HistoryHold.Kind.EXPORT)
                        .filter(hold -> !request.underWay().contains(hold.number()))
                        .toList();
    }
}
