package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BackupNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;
import software.amazon.awssdk.services.dynamodb.model.BackupSummary;
import software.amazon.awssdk.services.dynamodb.model.BackupTypeFilter;
import software.amazon.awssdk.services.dynamodb.model.InvalidRestoreTimeException;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.TableAlreadyExistsException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Backups, restores and the recovery to a point in time through the SDK, also while others write.
final class TableBackupTest extends ClientTest {
    private static final int WRITERS = 3;
    private static final long MILLI_NANOS = 1_000_000;

    TableBackupTest(Storage storage) {
        super(storage);
    }

    @Test
    void backupComesBackAsATable() {
        String table = newTable();
        put(table, "a", 1);
        String arn = backUp(table);
        put(table, "a", 2);
        put(table, "b", 1);
        tables().deleteTable(delete -> delete.tableName(table));

        TableDescription answer =
                tables().restoreTableFromBackup(it -> it.targetTableName(table).backupArn(arn))
                        .tableDescription();

        assertThat(answer.tableStatus()).isEqualTo(TableStatus.CREATING);
        assertThat(answer.restoreSummary().restoreInProgress()).isTrue();
        awaitActive(table);
        assertThat(scan(table)).containsExactly(item("a", 1));
    }

    @Test
    void aBackupIsListedUntilItIsDeleted() {
        String table = newTable();
        String arn = backUp(table);

        assertThat(tables().listBackups(it -> it.tableName(table)).backupSummaries())
                .extracting(BackupSummary::backupArn)
                .containsExactly(arn);
        assertThat(
                        tables().deleteBackup(it -> it.backupArn(arn))
                                .backupDescription()
                                .backupDetails()
                                .backupStatus())
                .isEqualTo(BackupStatus.DELETED);
        assertThat(
                        tables().listBackups(it -> it.backupType(BackupTypeFilter.ALL))
                                .backupSummaries())
                .isEmpty();
        assertThatThrownBy(() -> tables().describeBackup(it -> it.backupArn(arn)))
                .isInstanceOf(BackupNotFoundException.class);
    }

    @Test
    void clientsGetTheErrorsThatTheyKnow() {
        String table = newTable();
        assertThatThrownBy(
                        () -> tables().createBackup(it -> it.tableName("none").backupName("one")))
                .isInstanceOf(TableNotFoundException.class);
        String arn = backUp(table);
        assertThatThrownBy(() ->
                        tables().restoreTableFromBackup(
                                        it -> it.targetTableName(table).backupArn(arn)))
                .isInstanceOf(TableAlreadyExistsException.class);
        assertThatThrownBy(() -> recover(table, newName(), Instant.now()))
                .isInstanceOf(PointInTimeRecoveryUnavailableException.class);
        switchRecovery(table);
        assertThatThrownBy(
                        () -> recover(table, newName(), Instant.now().minus(Duration.ofHours(1))))
                .isInstanceOf(InvalidRestoreTimeException.class);
    }

    @Test
    void aBackupUnderLoadIsOneMomentBetweenRequestAndAnswer() {
        String table = newTable();
        List<CountingWriter> writers = writers(table);
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        String restored = newName();
        whileWriting(
                writers,
                () -> {
                    writers.forEach(writer -> before.add(writer.answered()));
                    String arn = begin(table);
                    writers.forEach(writer -> after.add(writer.sent()));
                    awaitAvailable(arn);
                    tables().restoreTableFromBackup(
                                    it -> it.targetTableName(restored).backupArn(arn));
                    awaitActive(restored);
                });

        assertMoment(writers, scan(restored), before, after);
    }

    @Test
    void aMomentUnderLoadIsRestoredWithAllThatWasAnsweredBeforeIt() {
        String table = newTable();
        switchRecovery(table);
        List<CountingWriter> writers = writers(table);
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        String restored = newName();
        whileWriting(
                writers,
                () -> {
                    writers.forEach(writer -> before.add(writer.answered()));
                    Instant moment = recovery(table).latestRestorableDateTime();
                    // What is committed in the moment's millisecond belongs to it.
                    LockSupport.parkNanos(2 * MILLI_NANOS);
                    writers.forEach(writer -> after.add(writer.sent()));
                    LockSupport.parkNanos(200 * MILLI_NANOS);
                    recover(table, restored, moment);
                    awaitActive(restored);
                });

        assertMoment(writers, scan(restored), before, after);
    }

    @Test
    void recoveryTellsItsWindow() {
        String table = newTable();
        assertThat(recovery(table).pointInTimeRecoveryStatus())
                .isEqualTo(PointInTimeRecoveryStatus.DISABLED);
        switchRecovery(table);

        PointInTimeRecoveryDescription recovery = recovery(table);
        assertThat(recovery.pointInTimeRecoveryStatus())
                .isEqualTo(PointInTimeRecoveryStatus.ENABLED);
        assertThat(recovery.recoveryPeriodInDays()).isEqualTo(7);
        assertThat(recovery.earliestRestorableDateTime())
                .isBeforeOrEqualTo(recovery.latestRestorableDateTime());
    }

    private List<CountingWriter> writers(String table) {
        List<CountingWriter> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            CountingWriter writer = new CountingWriter(tables(), table, "writer-" + i);
            writer.fill();
            writers.add(writer);
        }
        return writers;
    }

    private static void whileWriting(List<CountingWriter> writers, Runnable action) {
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<CompletableFuture<Void>> writing =
                    writers.stream()
                            .map(writer ->
                                    CompletableFuture.runAsync(() -> writer.write(enough), threads))
                            .toList();
            try {
                action.run();
            } finally {
                enough.set(true);
            }
            writing.forEach(CompletableFuture::join);
        }
    }

    private static void assertMoment(
            List<CountingWriter> writers,
            List<Map<String, AttributeValue>> items,
            List<Integer> before,
            List<Integer> after) {
        for (int i = 0; i < writers.size(); i++) {
            assertThat(writers.get(i).countIn(items)).isBetween(before.get(i), after.get(i));
        }
    }

    private void put(String table, String key, long number) {
        tables().putItem(put -> put.tableName(table).item(item(key, number)));
    }

    private static Map<String, AttributeValue> item(String key, long number) {
        return Items.with(Items.key(key), "number", Items.n(number));
    }

    private String begin(String table) {
        return tables().createBackup(it -> it.tableName(table).backupName("backup"))
                .backupDetails()
                .backupArn();
    }

    private String backUp(String table) {
        String arn = begin(table);
        awaitAvailable(arn);
        return arn;
    }

    private void awaitAvailable(String arn) {
        while (tables().describeBackup(it -> it.backupArn(arn))
                        .backupDescription()
                        .backupDetails()
                        .backupStatus()
                != BackupStatus.AVAILABLE) {
            LockSupport.parkNanos(MILLI_NANOS);
        }
    }

    // The SDK's waiter looks every twenty seconds.
    private void awaitActive(String table) {
        while (tables().describeTable(it -> it.tableName(table)).table().tableStatus()
                != TableStatus.ACTIVE) {
            LockSupport.parkNanos(MILLI_NANOS);
        }
    }

    private void switchRecovery(String table) {
        tables().updateContinuousBackups(it ->
                it.tableName(table)
                        .pointInTimeRecoverySpecification(specification ->
                                specification
                                        .pointInTimeRecoveryEnabled(true)
                                        .recoveryPeriodInDays(7)));
    }

    private PointInTimeRecoveryDescription recovery(String table) {
        return tables().describeContinuousBackups(it -> it.tableName(table))
                .continuousBackupsDescription()
                .pointInTimeRecoveryDescription();
    }

    private void recover(String source, String target, Instant moment) {
        tables().restoreTableToPointInTime(it ->
                it.sourceTableName(source).targetTableName(target).restoreDateTime(moment));
    }

    private List<Map<String, AttributeValue>> scan(String table) {
        return tables()
                .scanPaginator(it -> it.tableName(table).consistentRead(true))
                .items()
                .stream()
                .toList();
    }
}
