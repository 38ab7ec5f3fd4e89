package dev.millrace.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class HybridClockTest {
    private long millis = 1_000_000;
    private final HybridClock clock = new HybridClock(() -> Instant.ofEpochMilli(millis), 0);

    @Test
    void countsWithinAMillisecond() {
        long first = clock.next();
        assertThat(clock.next()).isEqualTo(first + 1);
        assertThat(HybridClock.millis(first)).isEqualTo(millis);
    }

    @Test
    void jumpsWithTheClock() {
        long first = clock.next();
        millis += 5;
        assertThat(HybridClock.millis(clock.next()) - HybridClock.millis(first)).isEqualTo(5);
    }

    @Test
    void whatBelongsTogetherStaysInOneMillisecond() {
        long first = clock.next();
        millis += 5;
        assertThat(clock.nextOfMoment()).isEqualTo(first + 1);
        assertThat(HybridClock.lastOf(HybridClock.millis(first))).isGreaterThan(first + 1);
    }

    @Test
    void growsAlthoughTheClockIsSetBack() {
        long first = clock.next();
        millis -= 60_000;
        assertThat(clock.next()).isGreaterThan(first);
    }

    @Test
    void goesOnBehindTheLastPositionOfAnEarlierRun() {
        long last = (millis + 10) << HybridClock.COUNTER_BITS;
        assertThat(new HybridClock(() -> Instant.ofEpochMilli(millis), last).next())
                .isEqualTo(last + 1);
    }
}
