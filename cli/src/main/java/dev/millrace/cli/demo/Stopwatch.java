package dev.millrace.cli.demo;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A measured stretch of time, from its making on.
///
/// @param nanoTime a clock that only goes forward, in nanoseconds
/// @param start what that showed at the beginning
record Stopwatch(LongSupplier nanoTime, long start) {

    static Stopwatch start(LongSupplier nanoTime) {
        return new Stopwatch(nanoTime, nanoTime.getAsLong());
    }

    Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
