package dev.millrace.server.config;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;

/// The clock that a server is to go by.
public sealed interface ClockChoice {
    /// The clock of the machine.
    record OfSystem() implements ClockChoice {}

    /// A clock that stands still until somebody moves it.
    ///
    /// @param start where it stands at first; null for the machine's present moment
    record Manual(@Nullable Instant start) implements ClockChoice {}

    /// Reads a choice from its text; null for a text that is none.
    static @Nullable ClockChoice parse(String text) {
        return switch (text) {
            case "system" -> new OfSystem();
            case "manual" -> new Manual(null);
            default -> text.startsWith("manual:") ? manual(text.substring(7)) : null;
        };
    }

    private static @Nullable ClockChoice manual(String moment) {
        try {
            Instant start = Instant.parse(moment);
            return start.isBefore(Instant.EPOCH) ? null : new Manual(start);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
