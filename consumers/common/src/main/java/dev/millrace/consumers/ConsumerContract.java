package dev.millrace.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;

/// What a consumer must come through that remembers where it was and shares its work by shards.
/// `-Dconsumer.rolls=N` makes a longer run.
@Timeout(300)
public abstract class ConsumerContract {
    private static final int ROLLS = Integer.getInteger("consumer.rolls", 2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SeenChanges seen = new SeenChanges();

    /// A worker of a consumer, from its start to its orderly end.
    @FunctionalInterface
    protected interface Worker extends AutoCloseable {
        @Override
        void close();
    }

    /// Starts a worker that reads the table's stream from where its application was, at first from
    /// the oldest record on.
    protected abstract Worker start(String name, MovingTable table, SeenChanges seen);

    @Test
    void workerSeesEveryChangeInOrderWhileShardsSplitAndRoll() throws InterruptedException {
        try (MovingTable table = MovingTable.start()) {
            table.write();
            table.split();
            table.write();
            try (Worker _ = start("worker-1", table, seen)) {
                assertSeen(table);
                for (int i = 0; i < ROLLS; i++) {
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
            try (Worker _ = start("worker-1", table, seen)) {
                assertSeen(table);
            }
            table.roll();
            table.write();
            table.end();
            try (Worker _ = start("worker-2", table, seen)) {
                assertSeen(table);
            }
        }
    }

    private void assertSeen(MovingTable table) throws InterruptedException {
        assertThat(seen.await(table.changes(), PATIENCE)).as(seen.toString()).isTrue();
        assertThat(seen.outOfOrder()).isEmpty();
    }
}
