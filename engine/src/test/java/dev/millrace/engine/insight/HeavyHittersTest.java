package dev.millrace.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class HeavyHittersTest {
    private static final int COUNTERS = 16;
    private static final int OCCURRENCES = 5_000;

    private final HeavyHitters<String> sketch = new HeavyHitters<>(COUNTERS);
    private final Map<String, Long> exact = new HashMap<>();

    @Test
    void fewKeysAreCountedExactly() {
        add("a", 5);
        add("b", 7);
        add("a", 3);

        assertThat(sketch.top(10))
                .containsExactly(
                        new HeavyHitters.Hitter<>("a", 8, 0), new HeavyHitters.Hitter<>("b", 7, 0));
        assertThat(sketch.unlistedMax()).isZero();
    }

    @Test
    void oneKeyMoreThanCountersTakesOverTheLeast() {
        for (int i = 0; i < COUNTERS; i++) {
            add("k" + i, 10L + i);
        }

        add("new", 1);

        assertThat(sketch.top(COUNTERS))
                .contains(new HeavyHitters.Hitter<>("new", 11, 10))
                .doesNotContain(new HeavyHitters.Hitter<>("k0", 10, 0));
        assertThat(sketch.unlistedMax()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsStayWithinTheirErrors(long seed) {
        addSkewed(new Random(seed));

        List<HeavyHitters.Hitter<String>> listed = sketch.top(COUNTERS);
        assertThat(listed)
                .as("seed %d", seed)
                .hasSize(COUNTERS)
                .allSatisfy(hitter ->
                        assertThat(exact.get(hitter.key()))
                                .isBetween(hitter.count() - hitter.error(), hitter.count()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void errorsAreAtMostTheShareOfACounter(long seed) {
        addSkewed(new Random(seed));

        long bound = sketch.total() / COUNTERS;
        assertThat(sketch.unlistedMax()).as("seed %d", seed).isLessThanOrEqualTo(bound);
        assertThat(sketch.top(COUNTERS))
                .as("seed %d", seed)
                .allSatisfy(hitter -> assertThat(hitter.error()).isLessThanOrEqualTo(bound));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyKeyOfMoreThanACountersShareIsListed(long seed) {
        addSkewed(new Random(seed));

        List<String> heavy =
                exact.entrySet().stream()
                        .filter(each -> each.getValue() > sketch.total() / COUNTERS)
                        .map(Map.Entry::getKey)
                        .toList();
        assertThat(heavy).as("seed %d", seed).isNotEmpty();
        assertThat(sketch.top(COUNTERS))
                .as("seed %d", seed)
                .extracting(HeavyHitters.Hitter::key)
                .containsAll(heavy);
    }

    // Half of all weight is on a few keys, the rest on hundreds.
    private void addSkewed(Random random) {
        for (int i = 0; i < OCCURRENCES; i++) {
            String key =
                    random.nextBoolean() ? "hot" + random.nextInt(4) : "k" + random.nextInt(500);
            add(key, 1L + random.nextInt(9));
        }
    }

    private void add(String key, long weight) {
        sketch.add(key, weight);
        exact.merge(key, weight, Long::sum);
    }
}
