package dev.millrace.server.config;

import java.util.List;

/// The options that say which clock the server goes by, and where tests take hold of it.
public final class ControlSettings {

    public static final Option<ClockChoice> CLOCK =
            new Option<>(
                    "clock",
                    "CLOCK",
                    "system, or manual: a clock that stands still until the control port moves it;"
                            + " manual:2026-01-01T00:00:00Z starts it there.",
                    "system",
                    "system, manual or manual:<moment> like manual:2026-01-01T00:00:00Z",
                    ClockChoice::parse);

    public static final Option<Integer> CONTROL_PORT =
            new Option<>(
                    "control-port",
                    "PORT",
                    "A port for tests and metrics; 0 takes any free one. Off unless given.",
                    null,
                    "a port from 0 to 65535",
                    Values::port);

    public static final Option<String> CONTROL_HOST =
            new Option<>(
                    "control-host",
                    "HOST",
                    "Address that the control port listens on.",
                    "127.0.0.1",
                    "a host name or an address",
                    Values::host);

    /// The options in the order in which the help shows them.
    static final List<Option<?>> ALL = List.of(CLOCK, CONTROL_PORT, CONTROL_HOST);

    private ControlSettings() {}

    static ControlOptions of(Settings settings) {
        return new ControlOptions(
                settings.require(CLOCK),
                settings.find(CONTROL_PORT),
                settings.require(CONTROL_HOST));
    }
}
