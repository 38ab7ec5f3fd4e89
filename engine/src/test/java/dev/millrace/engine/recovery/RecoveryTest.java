package dev.millrace.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.backfill.HeldBackfill;
import dev.millrace.engine.backfill.ItemChunk;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.backup.PointInTimeRecoveryDescription;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableStatus;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

class RecoveryTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HeldBackfill held = new HeldBackfill();
    private final EngineFixture fixture =
            new EngineFixture(new InMemoryStore(Keyspace.families()), held);
    private final Vault vault = new Vault(fixture, held);

    @BeforeEach
    void create() {
        fixture.createTable("t", null);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everySecondOfThePeriodCanBeRestored() {
        long seed = 42;
        Random random = new Random(seed);
        vault.switchRecovery("t", true, null);
        NavigableMap<Instant, NavigableMap<String, String>> seconds = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            for (int change = random.nextInt(4); change > 0; change--) {
                change(random, i);
            }
            seconds.put(fixture.now(), vault.content("t"));
            fixture.pass(i % 10 == 9 ? Duration.ofHours(20) : SECOND);
        }
        int number = 0;
        for (Map.Entry<Instant, NavigableMap<String, String>> second : seconds.entrySet()) {
            String target = "restored-" + number++;
            vault.recover("t", target, second.getKey());
            assertThat(vault.content(target))
                    .as("seed %d, %s", seed, second.getKey())
                    .isEqualTo(second.getValue());
        }
        assertThat(vault.violations()).isEmpty();
    }

    @Test
    void aRestoreReadsOneMomentWhateverIsWrittenMeanwhile() {
        vault.switchRecovery("t", true, null);
        for (int i = 0; i < ItemChunk.ITEMS_MAX + 50; i++) {
            fixture.put("t", "key-" + i, "value");
        }
        fixture.pass(SECOND);
        Map<String, String> content = vault.content("t");
        vault.beginRecovery("t", "restored", null);
        vault.chunkOfRestore("restored");
        for (String key : content.keySet()) {
            fixture.put("t", key, "changed");
        }
        held.awaitHeld();
        fixture.reopen();
        vault.finishRestore("restored");

        assertThat(vault.content("restored")).isEqualTo(content);
        assertThat(vault.violations()).isEmpty();
    }

    @Test
    void aTableStaysWhileItsPastIsRestored() {
        vault.switchRecovery("t", true, null);
        fixture.put("t", "key", "value");
        vault.beginRecovery("t", "restored", null);
        vault.deleteTable("t");
        assertThat(fixture.describe("t").tableStatus()).isEqualTo(TableStatus.DELETING);
        vault.finishBackup(vault.list("t", null).getFirst().backupDetails().backupArn());
        vault.finishRestore("restored");

        assertThat(vault.content("restored")).isEqualTo(Map.of("key", "value"));
    }

    @Test
    void theWindowBeginsWhenRecoveryIsSwitchedOn() {
        assertThat(vault.recovery("t")).isNull();
        vault.switchRecovery("t", true, null);
        Instant on = fixture.now();
        fixture.pass(SECOND);

        assertThat(vault.recovery("t"))
                .isEqualTo(new PointInTimeRecoveryDescription(on, on.plus(SECOND), 35));
        assertThatThrownBy(() -> vault.beginRecovery("t", "r", on.minusMillis(1)))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("RestoreDateTime '");
        assertThatThrownBy(() -> vault.beginRecovery("t", "r", fixture.now().plusMillis(1)))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("RestoreDateTime '");
    }

    @Test
    void theWindowReachesNoFartherBackThanThePeriod() {
        vault.switchRecovery("t", true, 2);
        fixture.put("t", "key", "one");
        fixture.live(Duration.ofDays(5));

        assertThat(recovery().earliestRestorableDateTime())
                .isEqualTo(fixture.now().minus(Duration.ofDays(2)));
    }

    @Test
    void historyIsDroppedWhenThePeriodIsOver() {
        vault.switchRecovery("t", true, 1);
        fixture.put("t", "key", "one");
        fixture.live(Duration.ofDays(1));
        fixture.put("t", "key", "two");
        assertThat(vault.rows(Keyspace.HISTORY)).isEqualTo(2);
        fixture.live(Duration.ofDays(1));
        assertThat(vault.rows(Keyspace.HISTORY)).isEqualTo(1);
        assertThat(vault.violations()).isEmpty();
        fixture.live(Duration.ofDays(1));

        assertThat(vault.rows(Keyspace.HISTORY)).isZero();
        assertThat(vault.violations()).isEmpty();
    }

    @Test
    void aLongerPeriodBringsNothingBack() {
        vault.switchRecovery("t", true, 1);
        fixture.put("t", "key", "one");
        fixture.live(Duration.ofDays(4));
        vault.switchRecovery("t", true, 35);

        Instant earliest = recovery().earliestRestorableDateTime();
        assertThat(earliest).isAfter(fixture.now().minus(Duration.ofDays(2)));
        vault.recover("t", "restored", earliest);
        assertThat(vault.content("restored")).isEqualTo(Map.of("key", "one"));
    }

    @Test
    void switchingRecoveryOffForgetsTheHistory() {
        vault.switchRecovery("t", true, null);
        fixture.put("t", "key", "one");
        vault.switchRecovery("t", false, null);
        fixture.put("t", "key", "two");
        fixture.engine().schedule().runDue();
        assertThat(vault.rows(Keyspace.HISTORY)).isZero();
        fixture.pass(SECOND);
        vault.switchRecovery("t", true, null);

        assertThat(recovery().earliestRestorableDateTime()).isEqualTo(fixture.now());
    }

    @Test
    void switchingItOnAgainChangesNoMoreThanThePeriod() {
        vault.switchRecovery("t", true, null);
        Instant on = fixture.now();
        fixture.pass(SECOND);
        vault.switchRecovery("t", true, 7);

        assertThat(recovery())
                .isEqualTo(new PointInTimeRecoveryDescription(on, on.plus(SECOND), 7));
    }

    @Test
    void aRestoredTableStartsWithoutRecovery() {
        vault.switchRecovery("t", true, null);
        vault.recover("t", "restored", null);

        assertThat(vault.recovery("restored")).isNull();
    }

    @Test
    void theAnswerTellsWhatIsRestored() {
        vault.switchRecovery("t", true, null);
        TableDescription table = vault.beginRecovery("t", "restored", fixture.now());

        assertThat(table.tableStatus()).isEqualTo(TableStatus.CREATING);
        assertThat(Objects.requireNonNull(table.restoreSummary()).restoreDateTime())
                .isEqualTo(fixture.now());
        vault.finishRestore("restored");
    }

    @Test
    void withoutRecoveryATableHasNoPast() {
        assertThatThrownBy(() -> vault.beginRecovery("t", "restored", null))
                .hasMessage("Point in time recovery is not enabled for table 't'");
    }

    private PointInTimeRecoveryDescription recovery() {
        return Objects.requireNonNull(vault.recovery("t"));
    }

    private void change(Random random, int round) {
        String key = "key-" + random.nextInt(6);
        if (random.nextInt(3) == 0) {
            vault.deleteItem("t", key);
        } else {
            fixture.put("t", key, "round-" + round + "-" + random.nextInt(5));
        }
    }
}
