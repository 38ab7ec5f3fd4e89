package dev.millrace.testkit.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

final class ShrinkerTest {
    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void onlyWhatIsNeededStays() {
        assertThat(new Shrinker(1000).shrink(HUNDRED, list -> list.containsAll(List.of(3, 58, 99))))
                .containsExactly(3, 58, 99);
    }

    @Test
    void elementsThatNeedEachOtherStayTogether() {
        assertThat(
                        new Shrinker(1000)
                                .shrink(
                                        HUNDRED,
                                        list ->
                                                list.contains(70)
                                                        && (list.contains(20)
                                                                == list.contains(90))))
                .containsExactly(70);
    }

    @Test
    void trialsAreBounded() {
        AtomicInteger trials = new AtomicInteger();
        new Shrinker(10).shrink(HUNDRED, _ -> trials.incrementAndGet() < 0);
        assertThat(trials).hasValue(10);
    }
}
