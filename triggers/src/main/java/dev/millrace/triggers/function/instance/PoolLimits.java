package dev.millrace.triggers.function.instance;

import java.time.Duration;

/// How many copies of functions there may be, and for how long.
///
/// @param instancesMax of all functions together, idle ones among them
/// @param idleMax how long a copy is kept without work
/// @param waitMax how long an invocation waits for a copy before it is refused
public record PoolLimits(int instancesMax, Duration idleMax, Duration waitMax) {
    /// The limits unless an option says otherwise.
    public static final PoolLimits DEFAULT =
            new PoolLimits(32, Duration.ofMinutes(10), Duration.ofSeconds(10));
}
