package dev.millrace.engine.shard;

import dev.millrace.engine.item.WriteHeat;

import java.time.Duration;

/// When shards roll over and split, and how long their records stay.
///
/// @param rollover how long a shard is open at least; each waits up to an eighth longer, a time of
///   its own, so that not all roll over at once
/// @param splitUnitsPerSecond the write capacity units a second above which a partition splits
/// @param splitAfter the time over which they are measured
/// @param splitBytes the size of the items, by DynamoDB's formula, above which a partition splits
/// @param retention how long records can be read, unless the table says otherwise
public record ShardOptions(
        Duration rollover,
        long splitUnitsPerSecond,
        Duration splitAfter,
        long splitBytes,
        Duration retention) {
    /// The longest retention.
    public static final Duration RETENTION_MAX = Duration.ofDays(365);

    /// The shortest retention.
    public static final Duration RETENTION_MIN = Duration.ofMinutes(1);

    /// What AWS does: rollover after 4 to 4.5 hours, split above 1,000 write units a second for a
    /// minute or above 10 GB, records for 24 hours (streams-api reference, section 12).
    public static final ShardOptions DEFAULT =
            new ShardOptions(
                    Duration.ofHours(4),
                    1_000,
                    Duration.ofMinutes(1),
                    10_000_000_000L,
                    Duration.ofHours(24));

    public ShardOptions {
        requirePositive(rollover);
        requirePositive(splitAfter);
        if (splitUnitsPerSecond <= 0 || splitBytes <= 0) {
            throw new IllegalArgumentException("a threshold of splitting is not positive");
        }
        if (retention.compareTo(RETENTION_MIN) < 0 || retention.compareTo(RETENTION_MAX) > 0) {
            throw new IllegalArgumentException("the retention is out of bounds");
        }
    }

    /// A measure of what is too hot by these options.
    public WriteHeat measure() {
        return new WriteHeat(splitUnitsPerSecond, splitAfter);
    }

    private static void requirePositive(Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("a duration of shard life is not positive");
        }
    }
}
