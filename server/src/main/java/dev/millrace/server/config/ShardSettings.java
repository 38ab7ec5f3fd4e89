package dev.millrace.server.config;

import dev.millrace.engine.shard.ShardOptions;

import java.time.Duration;
import java.util.List;

/// The options that have to do with the shards of streams, declared for [Options].
public final class ShardSettings {

    public static final Option<Duration> SHARD_ROLLOVER =
            new Option<>(
                    "shard-rollover",
                    "DURATION",
                    "How long a stream shard stays open, at least; up to an eighth longer.",
                    "4h",
                    "a duration like 4h, 30m or 10s, from 1s to 365d",
                    Values::duration);

    public static final Option<Duration> STREAM_RETENTION =
            new Option<>(
                    "stream-retention",
                    "DURATION",
                    "How long stream records can be read; a table's tag"
                            + " millrace:stream-retention goes before it.",
                    "24h",
                    "a duration like 24h or 7d, from 1m to 365d",
                    Values::retention);

    public static final Option<Long> SPLIT_WRITE_UNITS =
            new Option<>(
                    "split-write-units",
                    "UNITS",
                    "Write units a second above which a partition and its shard split.",
                    "1000",
                    "a whole number above 0",
                    Values::positive);

    public static final Option<Duration> SPLIT_AFTER =
            new Option<>(
                    "split-after",
                    "DURATION",
                    "The time over which these write units are measured.",
                    "1m",
                    "a duration like 1m or 10s, from 1s to 365d",
                    Values::duration);

    public static final Option<Long> SPLIT_BYTES =
            new Option<>(
                    "split-bytes",
                    "BYTES",
                    "Size of its items above which a partition and its shard split.",
                    "10000000000",
                    "a whole number above 0",
                    Values::positive);

    public static final Option<Boolean> STREAM_LIMITS =
            new Option<>(
                    "stream-limits",
                    "",
                    "Throttle readers of streams where AWS does.",
                    "false",
                    "true or false",
                    Values::truth);

    /// The options in the order in which the help shows them.
    static final List<Option<?>> ALL =
            List.of(
                    SHARD_ROLLOVER,
                    STREAM_RETENTION,
                    SPLIT_WRITE_UNITS,
                    SPLIT_AFTER,
                    SPLIT_BYTES,
                    STREAM_LIMITS);

    private ShardSettings() {}

    static ShardOptions of(Settings settings) {
        return new ShardOptions(
                settings.require(SHARD_ROLLOVER),
                settings.require(SPLIT_WRITE_UNITS),
                settings.require(SPLIT_AFTER),
                settings.require(SPLIT_BYTES),
                settings.require(STREAM_RETENTION));
    }
}
