package dev.millrace.engine.global;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.UpdateGlobalTableRequest;
import dev.millrace.model.request.UpdateGlobalTableRequest.ReplicaUpdate;

import java.util.Objects;

/// Refuses to change a global table of the legacy version.
public final class UpdateGlobalTable implements Operation<UpdateGlobalTableRequest, Void> {
    private static final String INVALID = "One or more parameter values were invalid";

    @Override
    public Void execute(UpdateGlobalTableRequest request) {
        if (request.updates().isEmpty()) {
            throw new ApiException(ApiError.VALIDATION, INVALID);
        }
        request.updates().forEach(UpdateGlobalTable::requireOneAction);
        if (request.updates().stream().anyMatch(update -> update.createIn() != null)) {
            throw LegacyGlobalTables.refusal();
        }
        request.updates().stream()
                .map(ReplicaUpdate::deleteIn)
                .filter(Objects::nonNull)
                .forEach(LegacyGlobalTables::requireRegion);
        throw LegacyGlobalTables.notFound(request.globalTableName());
    }

    private static void requireOneAction(ReplicaUpdate update) {
        if (update.createIn() != null && update.deleteIn() != null) {
            throw ApiException.invalidParameter(
                    "A ReplicaUpdate structure cannot contain both a create replica action and a"
                            + " delete replica action");
        }
        if (update.createIn() == null && update.deleteIn() == null) {
            throw new ApiException(ApiError.VALIDATION, INVALID);
        }
    }
}
