package dev.millrace.testkit.linearizability;

import org.jspecify.annotations.Nullable;

/// A call that a client made.
///
/// @param output what was answered; null if no answer came, so that the call may take effect at any
///   moment after its begin, or never
/// @param begin a moment before the call was sent, by a clock that all clients share
/// @param end a moment after the answer came; [#NEVER] if none came
public record Call<I, O>(int client, I input, @Nullable O output, long begin, long end) {
    /// The end of a call without an answer.
    public static final long NEVER = Long.MAX_VALUE;

    /// A call that was answered.
    public static <I, O> Call<I, O> answered(int client, I input, O output, long begin, long end) {
        return new Call<>(client, input, output, begin, end);
    }

    /// A call that no answer came to.
    public static <I, O> Call<I, O> open(int client, I input, long begin) {
        return new Call<>(client, input, null, begin, NEVER);
    }
}
