package dev.millrace.control;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A batch that a mapping has given up, as the control API reports it.
///
/// @param mapping the UUID of the mapping
/// @param first the sequence number of the first record
/// @param last the sequence number of the last record
/// @param records how many there are
/// @param givenUp when that was
/// @param condition `RetryAttemptsExhausted` or `RecordAgeExceeded`
/// @param invocations how many with these records had failed
/// @param error what the last of these said; null if nothing
/// @param destination where it was reported; null for nowhere
/// @param delivered whether the destination took the report
/// @param replayed when the records were sent once more; null if they were not
/// @param result what became of that: `OK`, or `PROBLEM: ` and what it was
public record DeadLetterReport(
        String mapping,
        String stream,
        String shard,
        String first,
        String last,
        long records,
        Instant givenUp,
        String condition,
        long invocations,
        @Nullable String error,
        @Nullable String destination,
        boolean delivered,
        @Nullable Instant replayed,
        @Nullable String result) {}
