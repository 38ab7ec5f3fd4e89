package dev.millrace.triggers.failure;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.FunctionError;

import org.jspecify.annotations.Nullable;

/// What an outcome means for the batch that was sent.
public sealed interface Verdict {
    /// Everything is done.
    ///
    /// @param state the state that a function with a tumbling window returned; else null
    record Succeeded(@Nullable Binary state) implements Verdict {}

    /// Everything before a record is done; it and all behind it are not.
    ///
    /// @param index of the record in the batch
    /// @param state as above
    record FailedFrom(int index, @Nullable Binary state) implements Verdict {}

    /// Nothing is done.
    ///
    /// @param error null if the function answered, but said that all failed or what made no sense
    record Failed(@Nullable FunctionError error) implements Verdict {}

    /// The function was not reached.
    record NotReached(String reason) implements Verdict {}
}
