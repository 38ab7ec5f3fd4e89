package dev.millrace.triggers.run;

import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.poll.Page;

/// What the loop of a shard is told.
sealed interface Mail {
    /// A read has ended.
    record Arrived(Page page) implements Mail {}

    /// An invocation has ended.
    record Invoked(int lane, Batch batch, Outcome outcome) implements Mail {}

    /// What a lane gave up has been reported, as far as that was possible.
    record Reported(int lane) implements Mail {}

    /// Something that was started broke.
    record Broken(RuntimeException cause) implements Mail {}

    /// Nothing new is to be begun.
    record Stop() implements Mail {}
}
