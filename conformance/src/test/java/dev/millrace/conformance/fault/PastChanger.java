package dev.millrace.conformance.fault;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;
import software.amazon.awssdk.services.dynamodb.model.BackupSummary;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// A client that makes backups of the table that others write to, restores it from them and from
/// its past, and has all that go again.
final class PastChanger {
    private static final String FROM_BACKUP = "from-backup";
    private static final String FROM_PAST = "from-past";
    private static final int BACKUPS_MAX = 4;

    private final Random random;

    PastChanger(Random random) {
        this.random = random;
    }

    /// Changes something, or is refused.
    void change(DynamoDbClient client) {
        switch (random.nextInt(6)) {
            case 0 -> backUp(client);
            case 1 -> restore(client);
            case 2 -> recover(client);
            case 3 -> switchRecovery(client);
            case 4 -> client.deleteTable(table -> table.tableName(FROM_BACKUP));
            default -> client.deleteTable(table -> table.tableName(FROM_PAST));
        }
    }

    /// Whether every backup is complete and every restored table full.
    static boolean isSettled(DynamoDbClient client) {
        return backups(client).stream()
                        .allMatch(backup -> backup.backupStatus() == BackupStatus.AVAILABLE)
                && client.listTables().tableNames().stream()
                        .map(name -> client.describeTable(it -> it.tableName(name)).table())
                        .allMatch(table -> table.tableStatus() == TableStatus.ACTIVE);
    }

    private static void backUp(DynamoDbClient client) {
        List<BackupSummary> backups = backups(client);
        if (backups.size() == BACKUPS_MAX) {
            client.deleteBackup(it -> it.backupArn(backups.getFirst().backupArn()));
        }
        client.createBackup(it -> it.tableName(DiskWriter.TABLE).backupName("backup"));
    }

    private static void restore(DynamoDbClient client) {
        Stream<BackupSummary> complete =
                backups(client).stream()
                        .filter(backup -> backup.backupStatus() == BackupStatus.AVAILABLE);
        complete.findFirst()
                .ifPresent(backup ->
                        client.restoreTableFromBackup(it ->
                                it.targetTableName(FROM_BACKUP).backupArn(backup.backupArn())));
    }

    private static void recover(DynamoDbClient client) {
        client.restoreTableToPointInTime(it ->
                it.sourceTableName(DiskWriter.TABLE)
                        .targetTableName(FROM_PAST)
                        .useLatestRestorableTime(true));
    }

    private void switchRecovery(DynamoDbClient client) {
        boolean on = random.nextInt(4) > 0;
        client.updateContinuousBackups(it ->
                it.tableName(DiskWriter.TABLE)
                        .pointInTimeRecoverySpecification(
                                specification -> specification.pointInTimeRecoveryEnabled(on)));
    }

    private static List<BackupSummary> backups(DynamoDbClient client) {
        return client.listBackups().backupSummaries();
    }
}
