package dev.millrace.triggers.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.triggers.mapping.StartingPosition;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// Settings that need the passing of time or several threads, with the real ones.
class WindowsTest {
    private final TriggerFixture fixture = new TriggerFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tumblingWindowEndsByTimeAlone() throws InterruptedException {
        fixture.behave(_ -> TriggerFixture.answered("{\"state\":{\"n\":1}}"));
        fixture.map(
                StartingPosition.LATEST,
                TriggerFixture.settings("{\"TumblingWindowInSeconds\":1}"));
        fixture.put("a");

        assertThat(fixture.nextBatch()).containsExactly("a");
        assertThat(fixture.nextBatch()).isEmpty();
    }

    @Test
    void batchingWindowGathersRecords() throws InterruptedException {
        fixture.map(
                StartingPosition.LATEST,
                TriggerFixture.settings("{\"MaximumBatchingWindowInSeconds\":1}"));
        fixture.put("a");
        fixture.put("a2");
        fixture.put("a3");

        assertThat(fixture.nextKeys(3)).containsExactlyInAnyOrder("a", "a2", "a3");
    }

    @Test
    void lanesTogetherReceiveEverythingOnce() throws InterruptedException {
        fixture.map(
                StartingPosition.TRIM_HORIZON,
                TriggerFixture.settings("{\"ParallelizationFactor\":4,\"BatchSize\":3}"));
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add("k" + i);
            fixture.put("k" + i);
        }

        assertThat(fixture.nextKeys(100)).containsExactlyInAnyOrderElementsOf(all);
    }
}
