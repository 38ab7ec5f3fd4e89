package dev.millrace.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ScheduleTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void threadsTakeTurnsInOneEvenSchedule() {
        List<Long> moments = new ArrayList<>();
        for (int thread = 0; thread < 3; thread++) {
            moments.addAll(moments(Schedule.of(new Pace.Open(10), 0, SECOND, thread, 3)));
        }
        assertThat(moments.stream().sorted())
                .containsExactly(
                        0L,
                        100_000_000L,
                        200_000_000L,
                        300_000_000L,
                        400_000_000L,
                        500_000_000L,
                        600_000_000L,
                        700_000_000L,
                        800_000_000L,
                        900_000_000L);
    }

    @Test
    void nothingIsDueBeforeItsMoment() {
        Schedule schedule = Schedule.of(new Pace.Open(10), 0, SECOND, 0, 1);
        assertThat(schedule.take(0)).isZero();
        assertThat(schedule.isDue(99_999_999)).isFalse();
        assertThat(schedule.isDue(100_000_000)).isTrue();
    }

    @Test
    void timeOfARequestCountsFromItsMomentHoweverLateItIsTaken() {
        Schedule schedule = Schedule.of(new Pace.Open(10), 0, SECOND, 0, 1);
        assertThat(schedule.take(5 * SECOND)).isZero();
        assertThat(schedule.take(5 * SECOND)).isEqualTo(100_000_000);
    }

    @Test
    void closedLoopIsAlwaysDueUntilItsEnd() {
        Schedule schedule = Schedule.of(new Pace.Closed(), 0, SECOND, 0, 1);
        assertThat(schedule.isDue(SECOND - 1)).isTrue();
        assertThat(schedule.isDue(SECOND)).isFalse();
        assertThat(schedule.take(17)).isEqualTo(17);
    }

    private static List<Long> moments(Schedule schedule) {
        List<Long> moments = new ArrayList<>();
        while (!schedule.isOver(0)) {
            moments.add(schedule.take(0));
        }
        return moments;
    }
}
