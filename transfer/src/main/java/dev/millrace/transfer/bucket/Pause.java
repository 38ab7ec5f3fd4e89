package dev.millrace.transfer.bucket;

import java.time.Duration;

/// Waits, so that tests need not.
@FunctionalInterface
public interface Pause {
    /// How long it is before the first repeat; each one behind it waits four times as long.
    Duration FIRST = Duration.ofMillis(200);

    /// The longest pause before a repeat.
    Duration LONGEST = Duration.ofSeconds(10);

    /// Waits this long.
    ///
    /// @throws InterruptedException if the server is being closed
    void of(Duration time) throws InterruptedException;

    /// Waits before something is tried again.
    ///
    /// @param repeat 1 before the first repeat
    default void beforeRepeat(int repeat) throws InterruptedException {
        // Beyond this many the shift would be too far for a number, and the pause is cut anyway.
        int doublings = 2 * Math.min(repeat - 1, Byte.SIZE);
        Duration time = FIRST.multipliedBy(1L << doublings);
        of(time.compareTo(LONGEST) > 0 ? LONGEST : time);
    }
}
