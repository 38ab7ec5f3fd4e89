package dev.millrace.engine.schedule;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs timers when they are due, one at a time, the earliest first.
///
/// With a thread of its own it looks at least every [#LOOK_EVERY], so a timer need not tell when
/// its next moment has changed, and a clock that is set is noticed. A timer that fails there is
/// reported like an uncaught exception of the thread and tried again after [#RETRY_AFTER]; the
/// others go on.
public final class Schedule implements AutoCloseable {
    /// The longest time between two looks at the timers.
    public static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /// How long a timer that failed on the thread is left alone.
    public static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    /// The most runs in one call of [#runDue]; more mean that a timer never finishes.
    public static final int RUNS_MAX = 100_000;

    private final InstantSource clock;
    private final List<PlannedTimer> timers;
    private final ReentrantLock running = new ReentrantLock();
    private final @Nullable ScheduleThread thread;

    /// A schedule of `timers` that goes by `clock`; `threads` makes its thread, if it is to have
    /// one.
    public Schedule(
            InstantSource clock, List<Timer> timers, Driving driving, ThreadFactory threads) {
        this.clock = clock;
        this.timers = timers.stream().map(PlannedTimer::new).toList();
        this.thread =
                switch (driving) {
                    case BY_THREAD -> new ScheduleThread(this, threads);
                    case BY_CALLS -> null;
                };
    }

    /// Begins to run timers, if that is this schedule's own business.
    public void start() {
        if (thread != null) {
            thread.start();
        }
    }

    /// The moment at which the earliest timer is due, past or future; [Instant#MAX] if none is.
    public Instant nextDue() {
        return locked(() -> earliest().due());
    }

    /// Runs what is due at the clock's present moment, the earliest first, until nothing is.
    public void runDue() {
        locked(() -> {
            int runs = 0;
            while (runEarliest(PlannedTimer::run)) {
                if (++runs > RUNS_MAX) {
                    throw new IllegalStateException("a timer stays due however often it is run");
                }
            }
            return runs;
        });
    }

    /// Lets time pass up to `target` on a clock that the caller can set: goes from each moment at
    /// which something is due to the next, so that everything happens in its order and at its own
    /// time. The clock is never set back; a `target` before its present moment only runs what is
    /// due.
    ///
    /// @param setClock sets the clock that this schedule goes by
    public void advance(Instant target, Consumer<Instant> setClock) {
        locked(() -> {
            runDue();
            for (Instant next = nextDue(); next.isBefore(target); next = nextDue()) {
                setClock.accept(later(next, clock.instant()));
                runDue();
            }
            setClock.accept(later(target, clock.instant()));
            runDue();
            return target;
        });
    }

    /// Ends the schedule: waits for a timer that is running, and runs none any more on its thread.
    @Override
    public void close() {
        if (thread != null) {
            thread.close();
        }
    }

    // How long the thread may wait before it looks again.
    Duration untilNextLook() {
        Duration wait = Duration.between(clock.instant(), earlier(nextDue(), inOneLook()));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    // One step of the thread: runs the earliest timer if it is due, and tells whether it was.
    boolean runOne(Consumer<RuntimeException> failures) {
        Instant retry = clock.instant().plus(RETRY_AFTER);
        return locked(() -> runEarliest(timer -> timer.runOrPutOff(retry, failures)));
    }

    private boolean runEarliest(Consumer<PlannedTimer> how) {
        PlannedTimer timer = earliest();
        boolean isDue = !timer.due().isAfter(clock.instant());
        if (isDue) {
            how.accept(timer);
        }
        return isDue;
    }

    private PlannedTimer earliest() {
        return timers.stream()
                .min(Comparator.comparing(PlannedTimer::due))
                .orElse(PlannedTimer.NEVER);
    }

    private Instant inOneLook() {
        return clock.instant().plus(LOOK_EVERY);
    }

    private <T> T locked(Supplier<T> action) {
        running.lock();
        try {
            return action.get();
        } finally {
            running.unlock();
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
