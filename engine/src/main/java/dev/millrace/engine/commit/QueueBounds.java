package dev.millrace.engine.commit;

import java.time.Duration;

/// How much may wait for a sequencer, and for how long. What clients ask beyond that is refused
/// with AWS's `ThrottlingException`, which they answer by asking again later.
///
/// @param commandsMax the most commands of clients that wait at a time; more than zero
/// @param waitMax how long a command of a client may be expected to wait; one that has waited
///   [#LATE] times as long is refused. [#UNLIMITED] for as long as it takes
public record QueueBounds(int commandsMax, Duration waitMax) {
    /// No bound of time.
    public static final Duration UNLIMITED = Duration.ZERO;

    /// The most commands that wait, unless somebody says otherwise.
    public static final int COMMANDS_MAX = 8_192;

    /// Commands are bounded by their number alone.
    public static final QueueBounds BY_NUMBER = new QueueBounds(COMMANDS_MAX, UNLIMITED);

    /// How many times as long as expected a command waits at most: a disk that is slow for a moment
    /// is not a server that has too much to do.
    public static final int LATE = 5;

    long lateNanos() {
        return LATE * waitMax.toNanos();
    }

    boolean hasTime() {
        return !waitMax.equals(UNLIMITED);
    }
}
