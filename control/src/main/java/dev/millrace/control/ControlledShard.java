package dev.millrace.control;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One shard as the control API reports it.
///
/// @param parent the id of its parent, which may have been trimmed; null if it never had one
/// @param firstHash the first hash of partition keys that it takes, 16 hexadecimal digits
/// @param lastHash the last one
/// @param closed null while it is open
/// @param storedBytes about how much space its records take up
public record ControlledShard(
        String shardId,
        @Nullable String parent,
        String firstHash,
        String lastHash,
        Instant opened,
        @Nullable Instant closed,
        long storedBytes) {
    /// Whether it takes records.
    public boolean isOpen() {
        return closed == null;
    }
}
