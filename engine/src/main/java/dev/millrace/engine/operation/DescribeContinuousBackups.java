package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.PointInTimeRecovery;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.recovery.RecoveryWindow;
import dev.millrace.model.backup.PointInTimeRecoveryDescription;
import dev.millrace.model.request.DescribeContinuousBackupsRequest;
import dev.millrace.model.response.DescribeContinuousBackupsResponse;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/// Describes how far back a table can be restored.
public final class DescribeContinuousBackups
        implements Operation<DescribeContinuousBackupsRequest, DescribeContinuousBackupsResponse> {
    private final BackupAccess access;

    public DescribeContinuousBackups(BackupAccess access) {
        this.access = access;
    }

    @Override
    public DescribeContinuousBackupsResponse execute(DescribeContinuousBackupsRequest request) {
        Table table =
                BackupAccess.requireTable(access.tables().catalog().state(), request.tableName());
        return new DescribeContinuousBackupsResponse(
                description(table, access.tables().clock().instant()));
    }

    static @Nullable PointInTimeRecoveryDescription description(Table table, Instant now) {
        TableHistory history = table.past().history();
        RecoveryWindow window = RecoveryWindow.of(history, now);
        if (history == null || window == null) {
            return null;
        }
        PointInTimeRecovery recovery = Objects.requireNonNull(history.recovery());
        return new PointInTimeRecoveryDescription(
                window.earliest(), window.latest(), recovery.days());
    }
}
