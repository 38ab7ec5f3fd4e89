package dev.millrace.engine.operation;

import dev.millrace.engine.stream.Traffic;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// Measured at one moment: what goes through all streams, and who reads them.
///
/// @param waitingReaders how many readers wait for a record right now
public record StreamFigures(List<OfStream> streams, List<OfReader> readers, int waitingReaders) {
    /// One stream; its counts include shards that are no longer kept.
    public record OfStream(
            String tableName, String label, Traffic.Counts counts, List<OfShard> shards) {}

    /// One shard.
    ///
    /// @param oldestAge how long ago the oldest record that is kept was written; null if there is
    ///   none
    public record OfShard(
            String shardId, boolean open, Traffic.Counts counts, @Nullable Duration oldestAge) {}

    /// One reader of one shard.
    ///
    /// @param number tells readers apart
    /// @param lag how long ago the next record was written that it has not read; zero if it has
    ///   read all
    public record OfReader(
            String tableName, String label, String shardId, long number, Duration lag) {}
}
