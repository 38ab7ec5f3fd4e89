package dev.millrace.engine.global;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.ListGlobalTablesRequest;
import dev.millrace.model.response.ListGlobalTablesResponse;

/// Lists the global tables of the legacy version, of which there are none.
public final class ListGlobalTables
        implements Operation<ListGlobalTablesRequest, ListGlobalTablesResponse> {
    @Override
    public ListGlobalTablesResponse execute(ListGlobalTablesRequest request) {
        return new ListGlobalTablesResponse();
    }
}
