package dev.millrace.triggers.batch;

import dev.millrace.model.value.Binary;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// A record of a shard on its way to a function.
///
/// @param sequenceNumber its place in the shard
/// @param predecessor the place of the record before it in the shard, also if that was filtered
///   out; null for the first that was read
/// @param created when its change was committed, to the second
/// @param keyHash the same for all records of one partition key
/// @param json the record as the event shows it
public record Entry(
        String sequenceNumber,
        @Nullable String predecessor,
        Instant created,
        int keyHash,
        Binary json) {
    /// Whether the record is older than `age` at `now`.
    public boolean isOlderThan(Duration age, Instant now) {
        return created.plus(age).isBefore(now);
    }
}
