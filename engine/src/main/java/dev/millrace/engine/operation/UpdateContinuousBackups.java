package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.PointInTimeRecovery;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.recovery.KeptHistory;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.UpdateContinuousBackupsRequest;
import dev.millrace.model.response.UpdateContinuousBackupsResponse;

import org.jspecify.annotations.Nullable;

/// Switches the recovery of a table to a point in time on or off, or changes how far back it
/// reaches. From the commit on, or no longer, the table's history is kept.
public final class UpdateContinuousBackups
        implements Operation<UpdateContinuousBackupsRequest, UpdateContinuousBackupsResponse> {
    private final BackupAccess access;

    public UpdateContinuousBackups(BackupAccess access) {
        this.access = access;
    }

    @Override
    public UpdateContinuousBackupsResponse execute(UpdateContinuousBackupsRequest request) {
        if (!request.pointInTimeRecoveryEnabled() && request.recoveryPeriodInDays() != null) {
            throw ApiException.validation(
                    "Invalid Request: Cannot specify RecoveryPeriodInDays when disabling"
                            + " point-in-time recovery.");
        }
        Table table =
                access.tables()
                        .sequencer()
                        .admit((CatalogCommand<Table>) catalog -> change(catalog, request));
        return new UpdateContinuousBackupsResponse(
                DescribeContinuousBackups.description(table, access.tables().clock().instant()));
    }

    private static Table change(CatalogEvaluation catalog, UpdateContinuousBackupsRequest request) {
        Table table = BackupAccess.requireTable(catalog.state(), request.tableName());
        TableHistory history = table.past().history();
        PointInTimeRecovery present = history == null ? null : history.recovery();
        if (!request.pointInTimeRecoveryEnabled()) {
            return present == null ? table : KeptHistory.recover(catalog, table, null);
        }
        return KeptHistory.recover(
                catalog,
                table,
                enabled(present, request.recoveryPeriodInDays(), catalog.position()));
    }

    private static PointInTimeRecovery enabled(
            @Nullable PointInTimeRecovery present, @Nullable Integer days, long position) {
        if (present == null) {
            return new PointInTimeRecovery(
                    position, days == null ? PointInTimeRecovery.DAYS_MAX : days);
        }
        return new PointInTimeRecovery(present.since(), days == null ? present.days() : days);
    }
}
