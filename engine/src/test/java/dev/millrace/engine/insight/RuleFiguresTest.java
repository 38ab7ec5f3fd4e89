package dev.millrace.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class RuleFiguresTest {
    private static final long FIRST = 29_000_000;
    private static final int MINUTES = 10;
    private static final int ALL = 10_000;

    private final RuleFigures figures = new RuleFigures();

    @Test
    void minutesAreSummedUp() {
        figures.add(List.of("a"), 2, FIRST);
        figures.add(List.of("a"), 3, FIRST + 1);
        figures.add(List.of("b"), 4, FIRST + 1);

        ContributorReport report = figures.report(FIRST, FIRST + 1, 10);

        assertThat(report.contributors())
                .containsExactly(
                        new Contributor(List.of("a"), 5, 0, 0),
                        new Contributor(List.of("b"), 4, 0, 0));
        assertThat(report.total()).isEqualTo(9);
    }

    @Test
    void minutesBeforeTheFirstAreLeftOut() {
        figures.add(List.of("a"), 2, FIRST);
        figures.add(List.of("a"), 3, FIRST + 5);

        assertThat(figures.report(FIRST + 1, FIRST + 5, 10).total()).isEqualTo(3);
    }

    @Test
    void minutesAreForgottenAfterAnHour() {
        figures.add(List.of("a"), 2, FIRST);

        assertThat(figures.report(0, FIRST + Contributors.MINUTES_MAX - 1, 10).total())
                .isEqualTo(2);
        assertThat(figures.report(0, FIRST + Contributors.MINUTES_MAX, 10).total()).isZero();
    }

    @Test
    void momentsBeforeTheRunningMinuteCountAsTheRunningOne() {
        figures.add(List.of("a"), 2, FIRST + 3);
        figures.add(List.of("a"), 3, FIRST);

        assertThat(figures.report(FIRST + 3, FIRST + 3, 10).total()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void reportedSumsStayWithinTheirBounds(long seed) {
        Map<List<String>, Long> exact = addSkewed(new Random(seed));

        ContributorReport report = figures.report(FIRST, FIRST + MINUTES - 1, ALL);

        assertThat(report.contributors())
                .as("seed %d", seed)
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(exact.get(one.key()))
                                .isBetween(
                                        one.count() - one.tooHigh(), one.count() + one.tooLow()));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void keysThatAreNotReportedStayBelowTheBound(long seed) {
        Map<List<String>, Long> exact = addSkewed(new Random(seed));

        ContributorReport report = figures.report(FIRST, FIRST + MINUTES - 1, ALL);

        report.contributors().forEach(one -> exact.remove(one.key()));
        assertThat(exact.values())
                .as("seed %d", seed)
                .isNotEmpty()
                .allSatisfy(weight -> assertThat(weight).isLessThanOrEqualTo(report.unlistedMax()));
    }

    @Test
    void threadsLoseNothing() throws InterruptedException {
        List<Thread> threads =
                List.of(
                        Thread.ofPlatform().start(this::count),
                        Thread.ofPlatform().start(this::count));
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(figures.report(FIRST, FIRST, 10).total()).isEqualTo(2 * 10_000);
    }

    private void count() {
        for (int i = 0; i < 10_000; i++) {
            figures.add(List.of("k" + i % 50), 1, FIRST);
        }
    }

    // More keys than counters in each minute, and other ones in the next.
    private Map<List<String>, Long> addSkewed(Random random) {
        Map<List<String>, Long> exact = new HashMap<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int i = 0; i < 5_000; i++) {
                String key =
                        random.nextInt(4) == 0
                                ? "hot" + random.nextInt(8)
                                : "k" + (minute * 300 + random.nextInt(2_000));
                long weight = 1L + random.nextInt(9);
                figures.add(List.of(key), weight, FIRST + minute);
                exact.merge(List.of(key), weight, Long::sum);
            }
        }
        return exact;
    }
}
