package dev.millrace.server.config;

import org.jspecify.annotations.Nullable;

/// Which clock a server goes by, and where tests can take hold of it.
///
/// @param port the control port, from 0 to 65535; 0 takes any free one, null is none
/// @param host the name or address that the control port listens on
public record ControlOptions(ClockChoice clock, @Nullable Integer port, String host) {
    private static final String LOOPBACK = "127.0.0.1";

    /// The system's clock and no control port.
    public static final ControlOptions NONE =
            new ControlOptions(new ClockChoice.OfSystem(), null, LOOPBACK);

    /// A control port for this machine alone.
    public static ControlOptions onPort(int port, ClockChoice clock) {
        return new ControlOptions(clock, port, LOOPBACK);
    }
}
