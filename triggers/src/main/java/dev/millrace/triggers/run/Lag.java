package dev.millrace.triggers.run;

import java.time.Duration;

/// How far a mapping is behind its stream.
///
/// @param records how many are not done, counted up to [#RECORDS_MAX]; with several lanes those
///   behind the slowest
/// @param age how long ago the first of these was written; zero if there is none
public record Lag(long records, Duration age) {
    /// How far is counted.
    public static final int RECORDS_MAX = 100_000;

    /// Not behind at all.
    public static final Lag NONE = new Lag(0, Duration.ZERO);

    Lag plus(Lag other) {
        return new Lag(
                Math.min(RECORDS_MAX, records + other.records),
                age.compareTo(other.age) < 0 ? other.age : age);
    }
}
