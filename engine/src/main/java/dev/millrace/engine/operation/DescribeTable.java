package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.response.DescribeTableResponse;

/// Describes a table.
public final class DescribeTable implements Operation<DescribeTableRequest, DescribeTableResponse> {
    private final TableAccess access;

    public DescribeTable(TableAccess access) {
        this.access = access;
    }

    @Override
    public DescribeTableResponse execute(DescribeTableRequest request) {
        CatalogState state = access.catalog().state();
        Table table =
                state.table(request.tableName())
                        .orElseThrow(() -> ApiException.tableNotFound(request.tableName()));
        return new DescribeTableResponse(access.describe(state, table));
    }
}
