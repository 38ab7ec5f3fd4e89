package dev.millrace.triggers.poll;

import dev.millrace.triggers.batch.Entry;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Records as they were read from a shard, without those that were filtered out.
///
/// @param entries in the order of the shard
/// @param last the sequence number of the last record that was read, wanted or not; null if there
///   was none
/// @param isEnd whether the shard is closed and holds no more
/// @param caughtUpAt a moment such that everything committed before it has been read; null if the
///   shard may hold more
public record Page(
        List<Entry> entries, @Nullable String last, boolean isEnd, @Nullable Instant caughtUpAt) {}
