package dev.millrace.engine.catalog;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// How long a stream and its records stay.
///
/// @param disabled when the stream was disabled; null while it is on
/// @param retention how long its records can be read; null for as long as the server says
/// @param trimmedBefore records before this position were trimmed by hand; 0 if none were
/// @param isRetired whether the stream can no longer be found by its ARN, and only its label stays
///   with the table that it was the latest stream of
public record StreamLife(
        @Nullable Instant disabled,
        @Nullable Duration retention,
        long trimmedBefore,
        boolean isRetired) {
    /// The life of a new stream with this retention.
    public static StreamLife of(@Nullable Duration retention) {
        return new StreamLife(null, retention, 0, false);
    }

    /// The same life, with the stream disabled at this moment.
    public StreamLife disabledAt(Instant moment) {
        return new StreamLife(moment, retention, trimmedBefore, isRetired);
    }

    /// The same life with another retention.
    public StreamLife withRetention(@Nullable Duration newRetention) {
        return new StreamLife(disabled, newRetention, trimmedBefore, isRetired);
    }

    /// The same life with all records before `position` trimmed.
    public StreamLife trimmedTo(long position) {
        return new StreamLife(disabled, retention, Math.max(trimmedBefore, position), isRetired);
    }

    /// The same life, over.
    public StreamLife retired() {
        return new StreamLife(disabled, retention, trimmedBefore, true);
    }
}
