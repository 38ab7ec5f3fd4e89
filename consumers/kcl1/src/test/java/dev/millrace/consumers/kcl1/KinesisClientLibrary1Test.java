package dev.millrace.consumers.kcl1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.consumers.MovingTable;
import dev.millrace.consumers.SeenChanges;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;

@Timeout(300)
class KinesisClientLibrary1Test {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SeenChanges seen = new SeenChanges();

    @Test
    void workerSeesEveryChangeInOrderWhileShardsSplitAndRoll() throws InterruptedException {
        try (MovingTable table = MovingTable.start()) {
            table.write();
            table.split();
            table.write();
            try (Consumer _ = new Consumer("app", "worker-1", table, seen)) {
                assertSeen(table);
                for (int i = 0; i < 4; i++) {
                    table.write();
                    table.roll();
                    table.write();
                    assertSeen(table);
                }
            }
        }
    }

    @Test
    void nextWorkerGoesOnWhereTheLastOneStopped() throws InterruptedException {
        try (MovingTable table = MovingTable.start()) {
            table.write();
            try (Consumer _ = new Consumer("app", "worker-1", table, seen)) {
                assertSeen(table);
            }
            table.roll();
            table.write();
            table.end();
            try (Consumer _ = new Consumer("app", "worker-2", table, seen)) {
                assertSeen(table);
            }
        }
    }

    private void assertSeen(MovingTable table) throws InterruptedException {
        assertThat(seen.await(table.changes(), PATIENCE)).as(seen.toString()).isTrue();
        assertThat(seen.outOfOrder()).isEmpty();
    }
}
