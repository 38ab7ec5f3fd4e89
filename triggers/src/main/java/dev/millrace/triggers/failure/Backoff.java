package dev.millrace.triggers.failure;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before a failed batch is tried again: twice as long each time, up to a bound,
/// and between half of that and all of it by chance, so that lanes that failed together do not come
/// back together.
///
/// @param first the wait after the first failure
/// @param longest the bound
/// @param random decides about the second half of each wait
public record Backoff(Duration first, Duration longest, RandomGenerator random) {
    private static final int DOUBLINGS_MAX = 30;

    /// The waits of a server (AWS publishes none; about a second, growing to minutes, is what is
    /// seen).
    public static Backoff of(RandomGenerator random) {
        return new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), random);
    }

    /// The wait after `failures` failures in a row, at least one.
    public Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, DOUBLINGS_MAX);
        long millis = Math.min(doubled, longest.toMillis());
        long half = millis / 2;
        return Duration.ofMillis(half + random.nextLong(millis - half + 1));
    }
}
