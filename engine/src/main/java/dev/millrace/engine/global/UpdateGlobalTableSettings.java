package dev.millrace.engine.global;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.UpdateGlobalTableSettingsRequest;

/// Says that there is no such global table of the legacy version.
public final class UpdateGlobalTableSettings
        implements Operation<UpdateGlobalTableSettingsRequest, Void> {
    @Override
    public Void execute(UpdateGlobalTableSettingsRequest request) {
        throw LegacyGlobalTables.settingsNotFound(request.globalTableName());
    }
}
