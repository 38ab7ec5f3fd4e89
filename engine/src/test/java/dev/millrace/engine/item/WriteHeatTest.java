package dev.millrace.engine.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableIndexes;
import dev.millrace.engine.catalog.TablePast;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.TableStatus;
import dev.millrace.model.value.Item;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class WriteHeatTest {
    private static final long UPPER_HALF = Long.MIN_VALUE;
    private static final ProvisionedThroughput NO_THROUGHPUT = new ProvisionedThroughput(0, 0);

    private final WriteHeat heat = new WriteHeat(1_000, Duration.ofSeconds(10));

    @Test
    void aPartitionThatIsWrittenToAtTheLimitIsNotTooHot() {
        write(table(0L), 10_000, 0, 9_999);
        assertThat(heat.takeReports()).isEmpty();
    }

    @Test
    void oneWriteMoreIsReportedOnceWithABoundaryNearTheMiddle() {
        write(table(0L), 15_000, 0, 9_999);
        assertThat(heat.takeReports())
                .singleElement()
                .satisfies(split -> {
                    assertThat(split.tableId()).isEqualTo(7);
                    assertThat(split.firstHash()).isZero();
                    assertThat(split.boundary()).isEqualTo(UPPER_HALF);
                });
        assertThat(heat.hasReports()).isFalse();
    }

    @Test
    void theSameWritesOverTwiceTheTimeAreNotTooHot() {
        write(table(0L), 15_000, 0, 19_999);
        assertThat(heat.takeReports()).isEmpty();
    }

    @Test
    void onlyTheHotPartitionIsReported() {
        Table table = table(0L, UPPER_HALF);
        for (int i = 0; i < 40_000; i++) {
            ItemChange change = change(table, i);
            if (change.rowKey().hash() < 0) {
                heat.count(change, i / 5);
            }
        }
        assertThat(heat.takeReports())
                .singleElement()
                .satisfies(split -> assertThat(split.firstHash()).isEqualTo(UPPER_HALF));
    }

    @Test
    void aSingleHotKeyIsNoReasonToSplit() {
        ItemChange change = change(table(0L), 1);
        for (int i = 0; i < 20_000; i++) {
            heat.count(change, i / 3);
        }
        assertThat(heat.takeReports()).isEmpty();
    }

    @Test
    void otherPartitionsAreMeasuredAnew() {
        write(table(0L), 9_000, 0, 5_000);
        write(table(0L, UPPER_HALF), 9_000, 5_000, 9_999);
        assertThat(heat.takeReports()).isEmpty();
    }

    @Test
    void aTableThatIsGoneIsForgotten() {
        write(table(0L), 9_000, 0, 5_000);
        heat.remove(7);
        write(table(0L), 9_000, 5_000, 9_999);
        assertThat(heat.takeReports()).isEmpty();
    }

    // Writes of one unit each, evenly over a time and over the hashes.
    private void write(Table table, int writes, long fromMillis, long toMillis) {
        for (int i = 0; i < writes; i++) {
            heat.count(change(table, i), fromMillis + (toMillis - fromMillis) * i / writes);
        }
    }

    private static ItemChange change(Table table, int number) {
        PrimaryKey key = new PrimaryKey(EngineFixture.text("key-" + number), null);
        Item item = Item.of(Map.of("pk", key.partition()));
        return new ItemChange(table, key, RowKey.of(table.id(), key), null, item, 0, false);
    }

    private static Table table(Long... partitions) {
        return new Table(
                7,
                "t",
                "uuid",
                TableStatus.ACTIVE,
                Instant.EPOCH,
                new KeySchema(new KeyAttribute("pk", ScalarType.S), null),
                List.of(),
                BillingMode.PAY_PER_REQUEST,
                NO_THROUGHPUT,
                List.of(partitions),
                null,
                TableSettings.initial(BillingMode.PAY_PER_REQUEST, NO_THROUGHPUT),
                Map.of(),
                null,
                TableIndexes.NONE,
                TablePast.NONE);
    }
}
