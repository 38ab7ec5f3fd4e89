package dev.millrace.triggers.poll;

import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.failure.Condition;
import dev.millrace.triggers.window.WindowCall;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What a lane is to do next.
public sealed interface Step {
    /// Invoke the function, then tell the outcome.
    ///
    /// @param window what the event says of a tumbling window; null if there is none
    record Invoke(Batch batch, @Nullable WindowCall window) implements Step {}

    /// Report records as given up, then say that it is done.
    record Report(Batch batch, Condition condition) implements Step {}

    /// Ask again at this moment, or when anything has happened; [Instant#MAX] for only the latter.
    record Sleep(Instant until) implements Step {}
}
