package dev.millrace.triggers.deadletter;

import dev.millrace.triggers.poll.LaneRange;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Records of one shard that a trigger gave up, and all that is known about it.
///
/// @param mappingUuid whose trigger it was
/// @param streamArn where the records are
/// @param shardId where the records are
/// @param range the records: those of one lane between two sequence numbers that pass the filters
/// @param filters what records had to pass at that time
/// @param records how many they are
/// @param firstCreated when the first of them was committed
/// @param lastCreated when the last of them was committed
/// @param givenUp when and why they were given up
/// @param replay what became of sending them once more; null if nobody has
public record DeadLetter(
        String mappingUuid,
        String streamArn,
        String shardId,
        LaneRange range,
        List<String> filters,
        int records,
        Instant firstCreated,
        Instant lastCreated,
        GivenUp givenUp,
        @Nullable Replayed replay) {
    /// How records came to be given up.
    ///
    /// @param condition `RetryAttemptsExhausted` or `RecordAgeExceeded`
    /// @param invocations how many with them had failed
    /// @param error what the last of these said; null if it said nothing or there was none
    /// @param destination where it was reported; null for nowhere
    /// @param delivered whether the destination took the report
    public record GivenUp(
            Instant moment,
            String condition,
            int invocations,
            @Nullable String error,
            @Nullable String destination,
            boolean delivered) {}

    /// What became of sending the records once more.
    ///
    /// @param result `OK`, or `PROBLEM: ` and what it was
    public record Replayed(Instant moment, String result) {
        /// The result of a replay that succeeded.
        public static final String OK = "OK";

        /// Whether the function has dealt with the records at last.
        public boolean isOk() {
            return result.equals(OK);
        }
    }

    /// The sequence number of the first record, which names the letter among those of its shard.
    public String first() {
        return range.first();
    }

    /// Whether the records have been dealt with after all.
    public boolean isSettled() {
        return replay != null && replay.isOk();
    }

    /// The letter after it was replayed.
    public DeadLetter with(Replayed latest) {
        return new DeadLetter(
                mappingUuid,
                streamArn,
                shardId,
                range,
                filters,
                records,
                firstCreated,
                lastCreated,
                givenUp,
                latest);
    }
}
