package dev.millrace.engine.catalog;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// What is kept of a table's past: for each change after a position, what the item was before it.
///
/// @param begin the position of the commit since which changes are kept
/// @param firstBucket the first bucket that is still there
/// @param recovery null while the table cannot be restored to a moment
/// @param holds work under way that reads the past
public record TableHistory(
        long begin,
        int firstBucket,
        @Nullable PointInTimeRecovery recovery,
        List<HistoryHold> holds) {
    /// A history for nobody yet.
    public static TableHistory begin(long position, int bucket) {
        return new TableHistory(position, bucket, null, List.of());
    }

    /// Whether anybody needs the history.
    public boolean isWanted() {
        return recovery != null || isHeld();
    }

    /// Whether work is under way that reads the table or its past.
    public boolean isHeld() {
        return !holds.isEmpty();
    }

    /// The same history with the recovery period, null for none.
    public TableHistory withRecovery(@Nullable PointInTimeRecovery next) {
        return new TableHistory(begin, firstBucket, next, holds);
    }

    /// The same history without the buckets before `bucket`.
    public TableHistory withFirstBucket(int bucket) {
        return new TableHistory(begin, bucket, recovery, holds);
    }

    /// The same history, held for `hold` too.
    public TableHistory with(HistoryHold hold) {
        return withHolds(Stream.concat(holds.stream(), Stream.of(hold)).toList());
    }

    /// The same history, no longer held for the work of this kind and number.
    public TableHistory without(HistoryHold.Kind kind, int number) {
        return withHolds(
                holds.stream()
                        .filter(hold -> hold.kind() != kind || hold.number() != number)
                        .toList());
    }

    private TableHistory withHolds(List<HistoryHold> next) {
        return new TableHistory(begin, firstBucket, recovery, next);
    }
}
