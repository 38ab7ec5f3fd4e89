package dev.millrace.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class ScheduleTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final List<String> runs = new ArrayList<>();
    private Instant now = START;

    @Test
    void timersRunEachAtItsOwnMomentInOrder() {
        Schedule schedule = schedule(every("four", 4), every("three", 3));

        schedule.advance(START.plus(Duration.ofHours(12)), this::setClock);

        assertThat(runs)
                .containsExactly(
                        "three at 3",
                        "four at 4",
                        "three at 6",
                        "four at 8",
                        "three at 9",
                        "four at 12",
                        "three at 12");
        assertThat(now).isEqualTo(START.plus(Duration.ofHours(12)));
    }

    @Test
    void aTargetBeforeTheNextMomentOnlySetsTheClock() {
        Schedule schedule = schedule(every("four", 4));

        schedule.advance(START.plus(Duration.ofHours(3)), this::setClock);

        assertThat(runs).isEmpty();
        assertThat(schedule.nextDue()).isEqualTo(START.plus(Duration.ofHours(4)));
    }

    @Test
    void aClockThatJumpedRunsWhatBecameDueMeanwhileOnlyNow() {
        Schedule schedule = schedule(every("four", 4));
        now = START.plus(Duration.ofHours(9));

        schedule.runDue();

        assertThat(runs).containsExactly("four at 9");
    }

    @Test
    void aScheduleWithoutTimersIsNeverDue() {
        assertThat(schedule().nextDue()).isEqualTo(Instant.MAX);
    }

    @Test
    void aTimerThatStaysDueForEverIsFoundOut() {
        Schedule schedule = schedule(new RepeatedTimer(START, null, () -> {}));

        assertThatThrownBy(schedule::runDue)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a timer stays due however often it is run");
    }

    @Test
    void theThreadGoesOnWithTheOthersWhenATimerFails() throws InterruptedException {
        List<Throwable> reported = new ArrayList<>();
        CountDownLatch bothRan = new CountDownLatch(2);
        Timer failing =
                new RepeatedTimer(
                        START,
                        null,
                        () -> {
                            bothRan.countDown();
                            throw new IllegalStateException("timer is broken");
                        });
        Timer working = new RepeatedTimer(START, Duration.ofDays(1), bothRan::countDown);
        Schedule schedule =
                new Schedule(
                        InstantSource.fixed(START),
                        List.of(failing, working),
                        Driving.BY_THREAD,
                        Thread.ofPlatform().uncaughtExceptionHandler((_, e) -> reported.add(e))
                                ::unstarted);
        schedule.start();

        assertThat(bothRan.await(20, TimeUnit.SECONDS)).isTrue();
        schedule.close();

        assertThat(reported)
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("timer is broken");
    }

    private Schedule schedule(Timer... timers) {
        return new Schedule(
                () -> now, List.of(timers), Driving.BY_CALLS, Thread.ofPlatform().factory());
    }

    private Timer every(String name, int hours) {
        Duration period = Duration.ofHours(hours);
        return new RepeatedTimer(
                START.plus(period),
                period,
                () -> runs.add(name + " at " + Duration.between(START, now).toHours()));
    }

    private void setClock(Instant moment) {
        now = moment;
    }

    private final class RepeatedTimer implements Timer {
        private final @Nullable Duration period;
        private final Runnable work;
        private Instant due;

        RepeatedTimer(Instant due, @Nullable Duration period, Runnable work) {
            this.due = due;
            this.period = period;
            this.work = work;
        }

        @Override
        public Instant due() {
            return due;
        }

        @Override
        public void run() {
            while (period != null && !due.isAfter(now)) {
                due = due.plus(period);
            }
            work.run();
        }
    }
}
