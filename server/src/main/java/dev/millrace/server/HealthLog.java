package dev.millrace.server;

import dev.millrace.engine.commit.LogHealth;
import dev.millrace.engine.commit.LogState;

import java.lang.System.Logger.Level;

/// Tells the log of the process when the server stops taking writes, why, and when it takes them
/// again.
final class HealthLog {
    private static final System.Logger LOGGER = System.getLogger(HealthLog.class.getName());

    private HealthLog() {}

    /// Tells of every change from now on.
    static void follow(LogHealth health) {
        health.watch(HealthLog::tell);
    }

    private static void tell(LogState state) {
        switch (state) {
            case LogState.Writable() ->
                    LOGGER.log(Level.INFO, "Millrace takes writes again: the store has recovered");
            case LogState.ReadOnly(String cause, boolean needsRestart) ->
                    LOGGER.log(
                            Level.ERROR,
                            needsRestart
                                    ? "Millrace is read-only until it is started again: {0}"
                                    : "Millrace is read-only for now: {0}",
                            cause);
        }
    }
}
