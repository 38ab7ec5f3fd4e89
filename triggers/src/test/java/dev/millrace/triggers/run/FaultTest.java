package dev.millrace.triggers.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.triggers.mapping.MappingSettings;
import dev.millrace.triggers.mapping.StartingPosition;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;

/// Faults of our own: what breaks rests and is begun again.
class FaultTest {
    private final TriggerFixture fixture = new TriggerFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shardThatBrokeGoesOnByItself() throws InterruptedException {
        fixture.put("a");
        fixture.breakReads(4);
        String uuid = map();

        assertThat(fixture.nextKeys(1)).containsExactly("a");
        awaitNothingRests(uuid);
        assertThat(fixture.triggers().figures(uuid).faults()).isPositive();
    }

    @Test
    void faultIsToldWhileItLasts() {
        fixture.breakReads(Integer.MAX_VALUE);
        String uuid = map();
        while (fixture.triggers().figures(uuid).resting() == 0) {
            Thread.onSpinWait();
        }

        assertThat(fixture.triggers().get(uuid).lastResult())
                .startsWith("PROBLEM: internal error at shardId-");
    }

    @Test
    void mappingThatRestsCanBeDeleted() {
        fixture.breakReads(Integer.MAX_VALUE);
        String uuid = map();
        while (fixture.triggers().figures(uuid).resting() == 0) {
            Thread.onSpinWait();
        }
        fixture.triggers().delete(uuid);
        while (!fixture.triggers().list().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(fixture.triggers().list()).isEmpty();
    }

    @Test
    void restGrowsWhileNothingGoesOnAndBeginsAnewThen() {
        Rests rests = new Rests(new Random(7));
        Duration first = rests.next("x");
        for (int i = 0; i < 5; i++) {
            rests.next("x");
        }
        Duration later = rests.next("x");
        rests.wentOn("x");

        assertThat(first).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(later).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
        assertThat(rests.next("x")).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    private String map() {
        return fixture.map(StartingPosition.TRIM_HORIZON, MappingSettings.DEFAULTS)
                .mapping()
                .uuid();
    }

    private void awaitNothingRests(String uuid) {
        while (fixture.triggers().figures(uuid).resting() > 0) {
            Thread.onSpinWait();
        }
    }
}
