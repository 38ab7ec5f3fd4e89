package dev.millrace.engine.recovery;

import dev.millrace.engine.catalog.PointInTimeRecovery;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.history.Buckets;
import dev.millrace.engine.stream.HybridClock;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// The moments that a table can be restored to.
///
/// @param earliest when recovery was switched on, or as long ago as its period says
/// @param latest now
public record RecoveryWindow(Instant earliest, Instant latest) {
    /// The window of a table with this history at a moment; null if recovery is off.
    public static @Nullable RecoveryWindow of(@Nullable TableHistory history, Instant now) {
        if (history == null || history.recovery() == null) {
            return null;
        }
        // A period that was shorter for a while has cost the days before it.
        Instant kept = Buckets.start(history.firstBucket());
        Instant earliest = earliest(Objects.requireNonNull(history.recovery()), now);
        Instant first = earliest.isBefore(kept) ? kept : earliest;
        // The clock may have been set back since.
        return new RecoveryWindow(first, now.isBefore(first) ? first : now);
    }

    /// Whether the table can be restored to `moment`.
    public boolean contains(Instant moment) {
        return !moment.isBefore(earliest) && !moment.isAfter(latest);
    }

    static Instant earliest(PointInTimeRecovery recovery, Instant now) {
        Instant since = Instant.ofEpochMilli(HybridClock.millis(recovery.since()));
        Instant reach = now.minus(Duration.ofDays(recovery.days()));
        return reach.isBefore(since) ? since : reach;
    }
}
