package dev.millrace.triggers.run;

import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.poll.Page;

import org.jspecify.annotations.Nullable;

/// What the loop of a shard is told.
sealed interface Mail {
    /// A read has ended.
    record Arrived(Page page) implements Mail {}

    /// An invocation has ended.
    ///
    /// @param effect the transaction that the function came back with; null if there was none
    record Invoked(int lane, Outcome outcome, @Nullable Effect effect) implements Mail {}

    /// What a lane gave up has been reported, as far as that was possible.
    record Reported(int lane) implements Mail {}

    /// A read broke.
    record Unread(RuntimeException cause) implements Mail {}

    /// An invocation or a report broke.
    record Broken(RuntimeException cause) implements Mail {}

    /// Nothing new is to be begun.
    record Stop() implements Mail {}
}
