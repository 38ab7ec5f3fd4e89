package dev.millrace.triggers.batch;

import dev.millrace.triggers.function.FunctionError;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Records that are sent to a function together, and what has become of that so far.
///
/// @param entries in the order of the shard; empty only for the last call of a tumbling window
/// @param failures how many invocations of it have failed and counted
/// @param lastError how the last one failed; null if there was none, or it was a partial failure
public record Batch(List<Entry> entries, int failures, @Nullable FunctionError lastError) {
    /// A batch that has not been tried yet.
    public static Batch of(List<Entry> entries) {
        return new Batch(List.copyOf(entries), 0, null);
    }

    /// The number of records.
    public int size() {
        return entries.size();
    }

    /// This batch after one more failure.
    ///
    /// @param error null for a partial failure
    public Batch failed(@Nullable FunctionError error) {
        return new Batch(entries, failures + 1, error);
    }

    /// The first half, the smaller one if they differ. Splitting is no failure.
    public Batch firstHalf() {
        return part(0, size() / 2);
    }

    /// The rest behind the first half.
    public Batch secondHalf() {
        return part(size() / 2, size());
    }

    /// The records before `index`.
    public Batch before(int index) {
        return part(0, index);
    }

    /// The records from `index` on.
    public Batch from(int index) {
        return part(index, size());
    }

    private Batch part(int from, int to) {
        return new Batch(entries.subList(from, to), failures, lastError);
    }
}
