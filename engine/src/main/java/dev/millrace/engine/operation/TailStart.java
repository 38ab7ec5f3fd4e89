package dev.millrace.engine.operation;

import java.util.Map;

/// Where the reading of a whole stream begins.
public sealed interface TailStart {
    /// With the oldest records kept.
    record Horizon() implements TailStart {}

    /// With the next record to come.
    record Latest() implements TailStart {}

    /// With a record of one shard, or the next one behind it.
    ///
    /// @param number a sequence number: decimal digits
    record At(String number) implements TailStart {}

    /// Where an earlier reading ended.
    ///
    /// @param numbers the sequence number of the last record read, for each shard that was being
    ///   read
    record After(Map<String, String> numbers) implements TailStart {}
}
