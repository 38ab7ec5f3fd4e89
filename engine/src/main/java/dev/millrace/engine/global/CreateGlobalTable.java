package dev.millrace.engine.global;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.CreateGlobalTableRequest;

import java.util.Objects;

/// Refuses to make a global table of the legacy version.
public final class CreateGlobalTable implements Operation<CreateGlobalTableRequest, Void> {
    @Override
    public Void execute(CreateGlobalTableRequest request) {
        if (request.regions().isEmpty()) {
            throw ApiException.invalidParameter("Global table must have atleast one replica");
        }
        for (String region : request.regions()) {
            if (region == null) {
                throw ApiException.invalidParameter(
                        "ReplicationGroup members must specify RegionName");
            }
        }
        request.regions().stream()
                .filter(Objects::nonNull)
                .forEach(LegacyGlobalTables::requireRegion);
        throw LegacyGlobalTables.refusal();
    }
}
