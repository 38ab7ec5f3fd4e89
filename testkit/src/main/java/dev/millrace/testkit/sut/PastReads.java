package dev.millrace.testkit.sut;

import dev.millrace.model.backup.BackupStatus;
import dev.millrace.model.backup.PointInTimeRecoveryDescription;
import dev.millrace.model.backup.RestoreOverrides;
import dev.millrace.model.request.CreateBackupRequest;
import dev.millrace.model.request.DescribeBackupRequest;
import dev.millrace.model.request.DescribeContinuousBackupsRequest;
import dev.millrace.model.request.RestoreTableFromBackupRequest;
import dev.millrace.model.request.RestoreTableToPointInTimeRequest;
import dev.millrace.model.request.UpdateContinuousBackupsRequest;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Makes backups and marks moments, and reads what tables were by restoring them into a table that
/// passes.
final class PastReads {
    private static final String RESTORED = "restored";
    private static final int LOOKS_MAX = 1000;

    private final ClientOperations client;
    private final TableChanges tables;
    private final PagedReads reads;
    private final Runnable pause;
    private final Map<String, String> backups = new HashMap<>();
    private final Map<String, Instant> moments = new HashMap<>();

    PastReads(ClientOperations client, TableChanges tables, PagedReads reads, Runnable pause) {
        this.client = client;
        this.tables = tables;
        this.reads = reads;
        this.pause = pause;
    }

    Result apply(DatabaseOperation.OfPast operation) {
        return switch (operation) {
            case DatabaseOperation.BackUp(var name) -> backUp(name);
            case DatabaseOperation.ReadBackup(var name) -> readBackup(name);
            case DatabaseOperation.SwitchRecovery(var name, var enabled) -> {
                client.updateContinuousBackups(
                        new UpdateContinuousBackupsRequest(name, enabled, null));
                yield new Result.Done();
            }
            case DatabaseOperation.MarkMoment(var name) -> mark(name);
            case DatabaseOperation.ReadMoment(var name) -> readMoment(name);
        };
    }

    private Result backUp(String name) {
        String arn =
                client.createBackup(new CreateBackupRequest(name, "backup"))
                        .backupDetails()
                        .backupArn();
        awaitAvailable(arn);
        backups.put(name, arn);
        return new Result.Done();
    }

    private Result readBackup(String name) {
        String arn = backups.get(name);
        if (arn == null) {
            return new Result.Done();
        }
        client.restoreTableFromBackup(
                new RestoreTableFromBackupRequest(RESTORED, arn, RestoreOverrides.NONE));
        return readRestored(name);
    }

    // Without recovery there is no moment to be told; any stands for one that cannot be restored.
    private Result mark(String name) {
        PointInTimeRecoveryDescription recovery =
                client.describeContinuousBackups(new DescribeContinuousBackupsRequest(name))
                        .pointInTimeRecovery();
        moments.put(name, recovery == null ? Instant.EPOCH : recovery.latestRestorableDateTime());
        return new Result.Done();
    }

    private Result readMoment(String name) {
        Instant moment = moments.get(name);
        if (moment == null) {
            return new Result.Done();
        }
        client.restoreTableToPointInTime(
                new RestoreTableToPointInTimeRequest(
                        null, name, RESTORED, false, moment, RestoreOverrides.NONE));
        return readRestored(name);
    }

    private Result readRestored(String name) {
        tables.awaitActive(RESTORED);
        Result.Items items = (Result.Items) reads.scan(DatabaseOperation.Scan.whole(RESTORED));
        tables.delete(new DatabaseOperation.DeleteTable(RESTORED));
        return new Result.ItemsByTable(Map.of(name, Result.sorted(items.items())));
    }

    private void awaitAvailable(String arn) {
        for (int look = 0; look < LOOKS_MAX; look++) {
            if (client.describeBackup(new DescribeBackupRequest(arn))
                            .backupDescription()
                            .backupDetails()
                            .backupStatus()
                    == BackupStatus.AVAILABLE) {
                return;
            }
            pause.run();
        }
        throw new IllegalStateException("backup was never completed: " + arn);
    }
}
