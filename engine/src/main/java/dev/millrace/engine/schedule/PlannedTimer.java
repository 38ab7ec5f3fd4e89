package dev.millrace.engine.schedule;

import java.time.Instant;
import java.util.function.Consumer;

/// A timer in a schedule, which may be put off after it failed.
final class PlannedTimer {
    private static final Timer IDLE =
            new Timer() {
                @Override
                public Instant due() {
                    return Instant.MAX;
                }

                @Override
                public void run() {}
            };

    /// What stands for the earliest timer where there is none.
    static final PlannedTimer NEVER = new PlannedTimer(IDLE);

    private final Timer timer;
    private Instant notBefore = Instant.MIN;

    PlannedTimer(Timer timer) {
        this.timer = timer;
    }

    Instant due() {
        Instant due = timer.due();
        return due.isBefore(notBefore) ? notBefore : due;
    }

    void run() {
        timer.run();
    }

    void runOrPutOff(Instant retry, Consumer<RuntimeException> failures) {
        try {
            timer.run();
        } catch (RuntimeException e) {
            notBefore = retry;
            failures.accept(e);
        }
    }
}
