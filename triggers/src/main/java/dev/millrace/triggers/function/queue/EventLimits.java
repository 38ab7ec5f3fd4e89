package dev.millrace.triggers.function.queue;

import java.time.Duration;
import java.util.List;

/// What becomes of invocations that nobody waits for (source: Lambda's guide, asynchronous
/// invocation).
///
/// @param countMax the most invocations that are kept at a time
/// @param bytesMax the most bytes of their payloads together
/// @param retries the pauses before each further attempt after an error of the function
/// @param ageMax how long a function that is not reached is tried again
/// @param pauseMax the longest pause between two such attempts
public record EventLimits(
        int countMax, long bytesMax, List<Duration> retries, Duration ageMax, Duration pauseMax) {
    /// Lambda's own.
    public static final EventLimits DEFAULT =
            new EventLimits(
                    1_000,
                    64 << 20,
                    List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)),
                    Duration.ofHours(6),
                    Duration.ofMinutes(5));
}
