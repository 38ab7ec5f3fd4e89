package dev.millrace.engine.global;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.DescribeGlobalTableRequest;

/// Says that there is no such global table of the legacy version.
public final class DescribeGlobalTable implements Operation<DescribeGlobalTableRequest, Void> {
    @Override
    public Void execute(DescribeGlobalTableRequest request) {
        throw LegacyGlobalTables.notFound(request.globalTableName());
    }
}
