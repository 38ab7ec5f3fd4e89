package dev.millrace.engine.global;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.DescribeGlobalTableSettingsRequest;

/// Says that there is no such global table of the legacy version.
public final class DescribeGlobalTableSettings
        implements Operation<DescribeGlobalTableSettingsRequest, Void> {
    @Override
    public Void execute(DescribeGlobalTableSettingsRequest request) {
        throw LegacyGlobalTables.settingsNotFound(request.globalTableName());
    }
}
