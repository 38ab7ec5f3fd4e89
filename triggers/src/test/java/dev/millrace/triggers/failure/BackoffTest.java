package dev.millrace.triggers.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;

class BackoffTest {
    private final Backoff backoff = Backoff.of(new Random(7));

    @Test
    void firstWaitIsBetweenHalfASecondAndASecond() {
        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void waitsDouble() {
        assertThat(backoff.after(4)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void waitsAreBounded() {
        assertThat(backoff.after(10_000)).isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
    }
}
