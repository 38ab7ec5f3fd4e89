package dev.millrace.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

@Timeout(60)
class ArrivalsTest {
    private static final Place SHARD = Place.shard(1, 2);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Arrivals arrivals = new Arrivals();

    @Test
    void newsThatCameBeforeTheWaitEndItAtOnce() {
        try (Arrival arrival = arrivals.expect(List.of(SHARD))) {
            arrivals.tell(SHARD);

            assertThat(arrival.await(LONG)).isTrue();
        }
    }

    @Test
    void newsOfAnotherShardDoNotWake() {
        try (Arrival arrival = arrivals.expect(List.of(SHARD))) {
            arrivals.tell(Place.shard(1, 3));
            arrivals.tell(Place.shardsOf(1));

            assertThat(arrival.await(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void everyReaderOfAShardIsWoken() {
        try (Arrival one = arrivals.expect(List.of(SHARD));
                Arrival other = arrivals.expect(List.of(SHARD, Place.shardsOf(1)))) {
            arrivals.tell(SHARD);

            assertThat(List.of(one.await(LONG), other.await(LONG))).containsOnly(true);
        }
    }

    @Test
    void nobodyIsExpectedOnceAllHaveLeft() {
        arrivals.expect(List.of(SHARD)).close();

        assertThat(arrivals.isIdle()).isTrue();
    }

    @Test
    void aReaderThatWasWokenLeavesAsWell() {
        try (Arrival arrival = arrivals.expect(List.of(SHARD))) {
            arrivals.tell(SHARD);
            assertThat(arrival.await(LONG)).isTrue();
        }

        assertThat(arrivals.isIdle()).isTrue();
    }

    @Test
    void aThreadThatWaitsIsWoken() {
        CompletableFuture<Boolean> woken = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try (Arrival arrival = arrivals.expect(List.of(SHARD))) {
                woken.complete(arrival.await(LONG));
            }
        });
        // What is told while it registers it need not hear: a reader looks once more behind that.
        while (!woken.isDone()) {
            arrivals.tell(SHARD);
            Thread.onSpinWait();
        }

        assertThat(woken.join()).isTrue();
    }

    @Test
    void theEndWakesEverybody() {
        try (Arrival arrival = arrivals.expect(List.of(SHARD))) {
            arrivals.end();

            assertThat(arrival.await(LONG)).isTrue();
        }
    }

    @Test
    void afterTheEndNobodyWaitsAnyMore() {
        arrivals.end();

        try (Arrival arrival = arrivals.expect(List.of(SHARD))) {
            assertThat(arrival.await(LONG)).isTrue();
        }
    }
}
