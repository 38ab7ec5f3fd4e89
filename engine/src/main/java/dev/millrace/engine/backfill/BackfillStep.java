package dev.millrace.engine.backfill;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// How far one commit takes a backfill.
///
/// @param passed the key of the last row that has been dealt with; null when all have, which ends
///   the backfill. Must not be changed
// The array is compared by content below and never changed.
@SuppressWarnings("ArrayRecordComponent")
public record BackfillStep(Backfill backfill, byte @Nullable [] passed) {
    @Override
    public boolean equals(Object other) {
        return other instanceof BackfillStep that
                && backfill.equals(that.backfill)
                && Arrays.equals(passed, that.passed);
    }

    @Override
    public int hashCode() {
        return backfill.hashCode() * 31 + Arrays.hashCode(passed);
    }
}
