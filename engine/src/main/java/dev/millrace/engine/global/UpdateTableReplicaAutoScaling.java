package dev.millrace.engine.global;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.UpdateTableReplicaAutoScalingRequest;

/// Says that no table is a global one.
public final class UpdateTableReplicaAutoScaling
        implements Operation<UpdateTableReplicaAutoScalingRequest, Void> {
    @Override
    public Void execute(UpdateTableReplicaAutoScalingRequest request) {
        throw ApiException.resourceNotFound(LegacyGlobalTables.missing(request.tableName()));
    }
}
