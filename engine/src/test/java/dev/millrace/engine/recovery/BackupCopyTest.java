package dev.millrace.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.backfill.HeldBackfill;
import dev.millrace.engine.backfill.ItemChunk;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.backup.BackupStatus;
import dev.millrace.model.backup.BackupType;
import dev.millrace.model.backup.RestoreOverrides;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableStatus;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

class BackupCopyTest {
    private static final int TWO_CHUNKS = ItemChunk.ITEMS_MAX + 50;
    private static final Duration EXPIRY = Duration.ofDays(35);

    private final HeldBackfill held = new HeldBackfill();
    private final EngineFixture fixture =
            new EngineFixture(new InMemoryStore(Keyspace.families()), held);
    private final Vault vault = new Vault(fixture, held);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aBackupHasTheItemsThatTheTableHadWhenItWasAskedFor() {
        fill("t", 2);
        String arn = vault.begin("t");
        fixture.put("t", "key-0", "changed");
        vault.deleteItem("t", "key-1");
        fixture.put("t", "new", "v");
        vault.finishBackup(arn);

        vault.restore(arn, "restored");

        assertThat(vault.content("restored")).isEqualTo(Map.of("key-0", "value", "key-1", "value"));
        assertThat(vault.content("t")).isEqualTo(Map.of("key-0", "changed", "new", "v"));
    }

    @Test
    void whatIsWrittenBetweenChunksIsNotInTheBackup() {
        fill("t", TWO_CHUNKS);
        String arn = vault.begin("t");
        vault.chunkOfBackup(arn);
        for (int i = 0; i < TWO_CHUNKS; i++) {
            fixture.put("t", "key-" + i, "changed");
        }
        vault.finishBackup(arn);
        vault.restore(arn, "restored");

        assertThat(vault.content("restored")).hasSize(TWO_CHUNKS).doesNotContainValue("changed");
        assertThat(vault.violations()).isEmpty();
    }

    @Test
    void aBackupGoesOnAfterARestartWhereItWas() {
        fill("t", TWO_CHUNKS);
        String arn = vault.begin("t");
        vault.chunkOfBackup(arn);
        held.awaitHeld();
        int copied = vault.rows(Keyspace.BACKUPS);
        fixture.reopen();

        assertThat(copied).isEqualTo(ItemChunk.ITEMS_MAX);
        assertThat(vault.rows(Keyspace.BACKUPS)).isEqualTo(ItemChunk.ITEMS_MAX);
        assertThat(vault.violations()).isEmpty();
        vault.finishBackup(arn);
        assertThat(vault.rows(Keyspace.BACKUPS)).isEqualTo(TWO_CHUNKS);
    }

    @Test
    void aBackupCountsWhatItHas() {
        fill("t", 3);
        String arn = vault.make("t");

        assertThat(vault.describe(arn).sourceTableDetails().itemCount()).isEqualTo(3);
        assertThat(vault.describe(arn).backupDetails().backupSizeBytes())
                .isEqualTo(fixture.describe("t").tableSizeBytes());
        assertThat(vault.violations()).isEmpty();
    }

    @Test
    void noHistoryIsLeftWhenTheBackupIsComplete() {
        fill("t", 3);
        String arn = vault.begin("t");
        fixture.put("t", "key-0", "changed");
        assertThat(vault.rows(Keyspace.HISTORY)).isEqualTo(1);
        vault.finishBackup(arn);
        fixture.put("t", "key-0", "again");
        fixture.engine().schedule().runDue();

        assertThat(vault.rows(Keyspace.HISTORY)).isZero();
    }

    @Test
    void aTableWithoutABackupKeepsNoHistory() {
        fill("t", 3);
        fixture.put("t", "key-0", "changed");
        assertThat(vault.rows(Keyspace.HISTORY)).isZero();
    }

    @Test
    void aTableIsDeletedWhenItsBackupIsComplete() {
        fill("t", TWO_CHUNKS);
        String arn = vault.begin("t");
        vault.deleteTable("t");
        assertThat(fixture.describe("t").tableStatus()).isEqualTo(TableStatus.DELETING);
        fixture.reopen();
        assertThat(fixture.describe("t").tableStatus()).isEqualTo(TableStatus.DELETING);
        vault.finishBackup(arn);
        vault.awaitGone("t");

        vault.restore(arn, "t");
        assertThat(vault.content("t")).hasSize(TWO_CHUNKS);
        assertThat(vault.violations()).isEmpty();
    }

    @Test
    void aDeletedBackupIsGoneAndSoAreItsItems() {
        fill("t", 3);
        String arn = vault.make("t");

        assertThat(vault.delete(arn).backupDetails().backupStatus())
                .isEqualTo(BackupStatus.DELETED);

        assertThatThrownBy(() -> vault.describe(arn)).hasMessage("Backup not found: " + arn);
        assertThat(vault.violations()).isEmpty();
        fixture.engine().schedule().runDue();
        assertThat(vault.rows(Keyspace.BACKUPS)).isZero();
    }

    @Test
    void aBackupThatIsRestoredCannotBeDeletedMeanwhile() {
        fill("t", 3);
        String arn = vault.make("t");
        vault.beginRestore(arn, "restored", RestoreOverrides.NONE);

        assertThatThrownBy(() -> vault.delete(arn))
                .hasMessage("Backup is being used to restore table: " + arn);
        vault.finishRestore("restored");
        vault.delete(arn);
        assertThat(vault.content("restored")).hasSize(3);
    }

    @Test
    void aRestoreGoesOnAfterARestartWhereItWas() {
        fill("t", TWO_CHUNKS);
        String arn = vault.make("t");
        vault.beginRestore(arn, "restored", RestoreOverrides.NONE);
        vault.chunkOfRestore("restored");
        held.awaitHeld();
        fixture.reopen();

        TableDescription table = fixture.describe("restored");
        assertThat(table.tableStatus()).isEqualTo(TableStatus.CREATING);
        assertThat(table.itemCount()).isEqualTo(ItemChunk.ITEMS_MAX);
        assertThat(Objects.requireNonNull(table.restoreSummary()).sourceBackupArn()).isEqualTo(arn);
        assertThat(vault.violations()).isEmpty();
        vault.finishRestore("restored");
        assertThat(vault.content("restored")).isEqualTo(vault.content("t"));
        assertThat(fixture.describe("restored").restoreSummary()).isNull();
        assertThat(vault.violations()).isEmpty();
    }

    @Test
    void aRestoredTableHasNoStream() {
        fixture.createTable("t", StreamViewType.NEW_AND_OLD_IMAGES);
        fixture.put("t", "key", "v");
        String arn = vault.make("t");
        int records = vault.rows(Keyspace.RECORDS);
        vault.restore(arn, "restored");

        assertThat(fixture.describe("restored").latestStreamArn()).isNull();
        assertThat(vault.rows(Keyspace.RECORDS)).isEqualTo(records);
        assertThat(vault.describe(arn).sourceTableFeatureDetails().stream())
                .isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
    }

    @Test
    void deletingATableWithRecoveryLeavesABackupOfTheSystem() {
        fill("t", TWO_CHUNKS);
        vault.switchRecovery("t", true, null);
        vault.deleteTable("t");
        String arn = vault.list("t", BackupType.SYSTEM).getFirst().backupDetails().backupArn();
        vault.finishBackup(arn);

        assertThat(arn).endsWith("-00000000");
        assertThatThrownBy(() -> vault.delete(arn))
                .hasMessageStartingWith(
                        "Invalid Request: User is not allowed to delete the system backup");
        vault.restore(arn, "restored");
        assertThat(vault.content("restored")).hasSize(TWO_CHUNKS);
        fixture.live(EXPIRY);
        assertThat(vault.list(null, null)).isEmpty();
        assertThat(vault.rows(Keyspace.BACKUPS)).isZero();
        assertThat(vault.rows(Keyspace.HISTORY)).isZero();
    }

    private void fill(String table, int items) {
        fixture.createTable(table, null);
        for (int i = 0; i < items; i++) {
            fixture.put(table, "key-" + i, "value");
        }
    }
}
