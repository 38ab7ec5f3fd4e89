package dev.millrace.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.keyspace.BackupKeys;
import dev.millrace.engine.keyspace.HistoryKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.backup.BackupStatus;
import dev.millrace.model.request.CreateBackupRequest;
import dev.millrace.model.request.DescribeBackupRequest;
import dev.millrace.model.request.UpdateContinuousBackupsRequest;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What the check finds of backups and histories.
class PastVerifierTest {
    private static final int ITEMS = 5;
    private static final int ROW_KEY_AT = 16;

    private final EngineFixture fixture = new EngineFixture();

    @BeforeEach
    void fill() {
        fixture.createTable("t", null);
        for (int i = 0; i < ITEMS; i++) {
            fixture.put("t", "key-" + i, "value");
        }
        String arn =
                fixture.engine()
                        .backups()
                        .createBackup()
                        .execute(new CreateBackupRequest("t", "backup"))
                        .backupDetails()
                        .backupArn();
        while (status(arn) != BackupStatus.AVAILABLE) {
            Thread.onSpinWait();
        }
        fixture.engine().schedule().runDue();
        fixture.engine()
                .backups()
                .updateContinuousBackups()
                .execute(new UpdateContinuousBackupsRequest("t", true, null));
        fixture.put("t", "key-0", "one");
        fixture.put("t", "key-0", "two");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatTheEngineWroteIsSound() {
        VerificationReport report = StoreVerifier.verify(fixture.store());
        assertThat(report.violations()).isEmpty();
        assertThat(report.counts())
                .containsEntry("history rows", 2L)
                .containsEntry("backups", 1L)
                .containsEntry("items in backups", (long) ITEMS);
    }

    @Test
    void anItemThatABackupHasLostIsFound() {
        byte[] key = keys(Keyspace.BACKUPS).getFirst();
        assertThat(violationsAfter(new WriteBatch().delete(Keyspace.BACKUPS, key)))
                .singleElement()
                .asString()
                .startsWith("backup t/backup/")
                .contains("holds");
    }

    @Test
    void aRowOfNoBackupIsFound() {
        byte[] key = BackupKeys.itemKey(77, keys(Keyspace.ITEMS).getFirst());
        byte[] row = value(Keyspace.ITEMS, keys(Keyspace.ITEMS).getFirst());
        assertThat(violationsAfter(new WriteBatch().put(Keyspace.BACKUPS, key, row)))
                .singleElement()
                .asString()
                .endsWith("of no backup");
    }

    @Test
    void anItemOfABackupAtTheWrongPlaceIsFound() {
        List<byte[]> keys = keys(Keyspace.BACKUPS);
        byte[] other = value(Keyspace.BACKUPS, keys.getLast());
        assertThat(violationsAfter(new WriteBatch().put(Keyspace.BACKUPS, keys.getFirst(), other)))
                .singleElement()
                .asString()
                .endsWith("not where its key belongs");
    }

    @Test
    void aHistoryOfNoTableIsFound() {
        byte[] key = keys(Keyspace.HISTORY).getFirst().clone();
        key[0] = 7;
        assertThat(violationsAfter(new WriteBatch().put(Keyspace.HISTORY, key, new byte[0])))
                .singleElement()
                .asString()
                .endsWith("of no table");
    }

    @Test
    void aChangeInTheWrongBucketIsFound() {
        byte[] key = keys(Keyspace.HISTORY).getFirst().clone();
        key[ROW_KEY_AT - 1]++;
        assertThat(violationsAfter(new WriteBatch().put(Keyspace.HISTORY, key, new byte[0])))
                .singleElement()
                .asString()
                .endsWith("outside its history");
    }

    @Test
    void aChangeThatChangedNothingIsFound() {
        byte[] key = keys(Keyspace.HISTORY).getFirst();
        byte[] row = value(Keyspace.HISTORY, key);
        byte[] later = key.clone();
        later[later.length - 1]++;
        assertThat(HistoryKeys.itemOf(later)).isEqualTo(HistoryKeys.itemOf(key));
        assertThat(
                        violationsAfter(
                                new WriteBatch()
                                        .delete(Keyspace.HISTORY, keys(Keyspace.HISTORY).getLast())
                                        .put(Keyspace.HISTORY, later, row)))
                .singleElement()
                .asString()
                .endsWith("of a change that changed nothing");
    }

    private BackupStatus status(String arn) {
        return fixture.engine()
                .backups()
                .describeBackup()
                .execute(new DescribeBackupRequest(arn))
                .backupDescription()
                .backupDetails()
                .backupStatus();
    }

    private List<String> violationsAfter(WriteBatch sabotage) {
        fixture.store().write(sabotage, Durability.SYNC);
        return StoreVerifier.verify(fixture.store()).violations();
    }

    private List<byte[]> keys(Family family) {
        List<byte[]> keys = new ArrayList<>();
        try (Cursor rows = fixture.store().scan(family, KeyRange.all(), Direction.ASCENDING)) {
            while (rows.next()) {
                keys.add(rows.key());
            }
        }
        return keys;
    }

    private byte[] value(Family family, byte[] key) {
        byte[] value = fixture.store().get(family, key);
        assertThat(value).isNotNull();
        return value == null ? new byte[0] : value;
    }
}
