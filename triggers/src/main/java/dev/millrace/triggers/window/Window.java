package dev.millrace.triggers.window;

import dev.millrace.triggers.batch.Entry;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time that starts at a multiple of its length since 1970.
///
/// @param start the first moment that belongs to it
/// @param end the first that does not
public record Window(Instant start, Instant end) {
    /// The window of this length that a record belongs to.
    public static Window of(Entry entry, Duration length) {
        long second = entry.created().getEpochSecond();
        long start = second - Math.floorMod(second, length.toSeconds());
        return startingAt(Instant.ofEpochSecond(start), length);
    }

    /// The window of this length with this start.
    public static Window startingAt(Instant start, Duration length) {
        return new Window(start, start.plus(length));
    }

    /// Whether the record belongs to it.
    public boolean contains(Entry entry) {
        return !entry.created().isBefore(start) && entry.created().isBefore(end);
    }
}
