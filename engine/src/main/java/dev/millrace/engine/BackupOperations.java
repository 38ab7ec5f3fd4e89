package dev.millrace.engine;

import dev.millrace.engine.backfill.BackfillWork;
import dev.millrace.engine.operation.BackupAccess;
import dev.millrace.engine.operation.CreateBackup;
import dev.millrace.engine.operation.DeleteBackup;
import dev.millrace.engine.operation.DescribeBackup;
import dev.millrace.engine.operation.DescribeContinuousBackups;
import dev.millrace.engine.operation.ListBackups;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.RestoreTableFromBackup;
import dev.millrace.engine.operation.RestoreTableToPointInTime;
import dev.millrace.engine.operation.TableAccess;
import dev.millrace.engine.operation.TableSettling;
import dev.millrace.engine.operation.UpdateContinuousBackups;
import dev.millrace.engine.recovery.BackupCopy;
import dev.millrace.engine.recovery.PastTimer;
import dev.millrace.engine.recovery.RestoreFill;
import dev.millrace.engine.schedule.Timer;
import dev.millrace.model.request.CreateBackupRequest;
import dev.millrace.model.request.DeleteBackupRequest;
import dev.millrace.model.request.DescribeBackupRequest;
import dev.millrace.model.request.DescribeContinuousBackupsRequest;
import dev.millrace.model.request.ListBackupsRequest;
import dev.millrace.model.request.RestoreTableFromBackupRequest;
import dev.millrace.model.request.RestoreTableToPointInTimeRequest;
import dev.millrace.model.request.UpdateContinuousBackupsRequest;
import dev.millrace.model.response.CreateBackupResponse;
import dev.millrace.model.response.DeleteBackupResponse;
import dev.millrace.model.response.DescribeBackupResponse;
import dev.millrace.model.response.DescribeContinuousBackupsResponse;
import dev.millrace.model.response.ListBackupsResponse;
import dev.millrace.model.response.RestoreTableFromBackupResponse;
import dev.millrace.model.response.RestoreTableToPointInTimeResponse;
import dev.millrace.model.response.UpdateContinuousBackupsResponse;
import dev.millrace.store.Store;

import java.util.List;
import java.util.function.Supplier;

/// Backups of tables, and tables restored from them or from their past: the operations, and the
/// work that goes on behind them.
public final class BackupOperations {
    private final BackupAccess access;
    private final List<BackfillWork> works;
    private final Timer timer;
    private final TransferOperations transfers;

    /// @param wake has [#works] looked at
    BackupOperations(
            Store store,
            StoredState stored,
            TableAccess tables,
            Supplier<String> uuids,
            Runnable wake) {
        access = new BackupAccess(tables, uuids, wake);
        TableSettling settling = new TableSettling(tables);
        works =
                List.of(
                        new BackupCopy(
                                tables.catalog(),
                                stored.backfills(),
                                store,
                                tables.sequencer(),
                                settling::settleNow),
                        new RestoreFill(
                                tables.catalog(),
                                stored.backfills(),
                                store,
                                tables.sequencer(),
                                settling::settle,
                                settling::settleNow));
        timer = new PastTimer(tables.catalog(), tables.sequencer());
        transfers = new TransferOperations(store, tables, uuids);
    }

    // What fills backups and restored tables.
    List<BackfillWork> works() {
        return works;
    }

    Timer timer() {
        return timer;
    }

    /// What exports and imports ask for, and clients cannot.
    public TransferOperations transfers() {
        return transfers;
    }

    public Operation<CreateBackupRequest, CreateBackupResponse> createBackup() {
        return new CreateBackup(access);
    }

    public Operation<DescribeBackupRequest, DescribeBackupResponse> describeBackup() {
        return new DescribeBackup(access);
    }

    public Operation<ListBackupsRequest, ListBackupsResponse> listBackups() {
        return new ListBackups(access);
    }

    public Operation<DeleteBackupRequest, DeleteBackupResponse> deleteBackup() {
        return new DeleteBackup(access);
    }

    public Operation<RestoreTableFromBackupRequest, RestoreTableFromBackupResponse>
            restoreTableFromBackup() {
        return new RestoreTableFromBackup(access);
    }

    public Operation<RestoreTableToPointInTimeRequest, RestoreTableToPointInTimeResponse>
            restoreTableToPointInTime() {
        return new RestoreTableToPointInTime(access);
    }

    public Operation<UpdateContinuousBackupsRequest, UpdateContinuousBackupsResponse>
            updateContinuousBackups() {
        return new UpdateContinuousBackups(access);
    }

    public Operation<DescribeContinuousBackupsRequest, DescribeContinuousBackupsResponse>
            describeContinuousBackups() {
        return new DescribeContinuousBackups(access);
    }
}
