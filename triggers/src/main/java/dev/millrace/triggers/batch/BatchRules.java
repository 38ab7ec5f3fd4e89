package dev.millrace.triggers.batch;

import java.time.Duration;

/// When records that wait make a batch.
///
/// @param size the most records in one
/// @param window how long to wait for more; zero sends what there is
/// @param bytes the most bytes of their JSON together
public record BatchRules(int size, Duration window, int bytes) {
    /// What the event needs besides its records: brackets, the members of a tumbling window.
    public static final int ENVELOPE_BYTES = 2 << 10;
}
