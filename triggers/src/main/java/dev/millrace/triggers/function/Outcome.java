package dev.millrace.triggers.function;

import dev.millrace.model.value.Binary;

/// What became of an invocation.
public sealed interface Outcome {
    /// The function ran to its end and answered.
    ///
    /// @param body what it answered, usually JSON; may be empty
    record Answered(Binary body) implements Outcome {}

    /// The function ran and failed, or ran out of time or memory. This counts as an attempt.
    record Failed(FunctionError error) implements Outcome {}

    /// The function was not reached: throttled, not there, not ready. This does not count as an
    /// attempt.
    ///
    /// @param reason what was in the way, for people
    record NotReady(String reason) implements Outcome {}
}
