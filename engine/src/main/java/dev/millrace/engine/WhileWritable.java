package dev.millrace.engine;

import dev.millrace.engine.commit.LogHealth;
import dev.millrace.engine.schedule.Timer;

import java.time.Instant;

/// A timer whose work needs the log, and which therefore rests while the log takes no commits.
record WhileWritable(Timer timer, LogHealth health) implements Timer {
    @Override
    public Instant due() {
        return health.isWritable() ? timer.due() : Instant.MAX;
    }

    @Override
    public void run() {
        timer.run();
    }
}
