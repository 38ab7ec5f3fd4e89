package dev.millrace.engine.global;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DescribeTableReplicaAutoScalingRequest;

/// Says that no table is a global one.
public final class DescribeTableReplicaAutoScaling
        implements Operation<DescribeTableReplicaAutoScalingRequest, Void> {
    @Override
    public Void execute(DescribeTableReplicaAutoScalingRequest request) {
        throw ApiException.resourceNotFound(LegacyGlobalTables.missing(request.tableName()));
    }
}
