package dev.millrace.server.config;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// How much a server takes on at a time.
///
/// @param connectionsMax how many connections may be open; at most three quarters of the files that
///   the system lets the process have open
/// @param idleMax how long a connection may be open between two requests
/// @param turnMax how long a client may take to send a request, and again to take the answer
/// @param waitingWritesMax how many writes may wait for their turn
/// @param writeWaitMax how long a write may be expected to wait for its turn
/// @param waitingReadersMax how many readers of streams may wait for records, or have a tail open
/// @param memory how much memory it takes up
public record LoadOptions(
        int connectionsMax,
        Duration idleMax,
        Duration turnMax,
        int waitingWritesMax,
        Duration writeWaitMax,
        int waitingReadersMax,
        MemoryOptions memory) {
    static final Option<Integer> CONNECTIONS =
            new Option<>(
                    "connections",
                    "COUNT",
                    "How many connections may be open; more are closed at once.",
                    "12000",
                    "a number from 1 to 1000000",
                    Values::largeCount);

    static final Option<Duration> IDLE_TIME =
            new Option<>(
                    "idle-time",
                    "DURATION",
                    "How long a connection may be open between two requests.",
                    "5m",
                    "a duration like 30s or 5m",
                    Values::duration);

    static final Option<Duration> REQUEST_TIME =
            new Option<>(
                    "request-time",
                    "DURATION",
                    "How long a client may take to send a request, and to take the answer.",
                    "2m",
                    "a duration like 30s or 2m",
                    Values::duration);

    static final Option<Integer> WAITING_WRITES =
            new Option<>(
                    "waiting-writes",
                    "COUNT",
                    "How many writes may wait; more are throttled.",
                    "8192",
                    "a number from 1 to 1000000",
                    Values::largeCount);

    static final Option<Duration> WRITE_WAIT =
            new Option<>(
                    "write-wait",
                    "DURATION",
                    "How long a write may be expected to wait; others are throttled.",
                    "1s",
                    "a duration like 1s or 10s",
                    Values::duration);

    static final Option<Integer> WAITING_READERS =
            new Option<>(
                    "waiting-readers",
                    "COUNT",
                    "How many readers of streams may wait for records; more are throttled.",
                    "1000",
                    "a number from 1 to 1000000",
                    Values::largeCount);

    /// The options in the order in which the help shows them.
    static final List<Option<?>> ALL =
            Stream.concat(
                            Stream.of(
                                    CONNECTIONS,
                                    IDLE_TIME,
                                    REQUEST_TIME,
                                    WAITING_WRITES,
                                    WRITE_WAIT,
                                    WAITING_READERS),
                            MemoryOptions.ALL.stream())
                    .<Option<?>>map(option -> option)
                    .toList();

    /// The options unless somebody says otherwise.
    public static final LoadOptions DEFAULT = of(new Settings());

    /// The options in `settings`.
    static LoadOptions of(Settings settings) {
        return new LoadOptions(
                settings.require(CONNECTIONS),
                settings.require(IDLE_TIME),
                settings.require(REQUEST_TIME),
                settings.require(WAITING_WRITES),
                settings.require(WRITE_WAIT),
                settings.require(WAITING_READERS),
                MemoryOptions.of(settings));
    }
}
