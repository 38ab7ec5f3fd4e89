package dev.millrace.engine.history;

import dev.millrace.engine.stream.HybridClock;

import java.time.Duration;
import java.time.Instant;

/// The stretches of time by which histories are kept and dropped: days of UTC, numbered from 1970.
public final class Buckets {
    /// How long a bucket is.
    public static final Duration LENGTH = Duration.ofDays(1);

    private Buckets() {}

    /// The bucket that a position falls into.
    public static int of(long position) {
        return (int) (HybridClock.millis(position) / LENGTH.toMillis());
    }

    /// The bucket that a moment falls into.
    public static int of(Instant moment) {
        return (int) (moment.toEpochMilli() / LENGTH.toMillis());
    }

    /// The first moment of a bucket.
    public static Instant start(int bucket) {
        return Instant.ofEpochMilli(bucket * LENGTH.toMillis());
    }
}
