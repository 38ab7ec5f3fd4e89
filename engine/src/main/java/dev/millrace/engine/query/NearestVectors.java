package dev.millrace.engine.query;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The nearest of the vectors that it was offered, a bounded number of them. Of vectors that are
/// equally near those stay that came first.
final class NearestVectors {
    /// A row that is among the nearest.
    ///
    /// @param rank smaller is nearer
    /// @param order smaller came earlier
    /// @param row must not be changed
    /// @param vectorAt where in the row the vector begins
    // Rows are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Near(double rank, long order, byte[] row, int vectorAt) {}

    private static final Comparator<Near> NEAREST_FIRST =
            Comparator.comparingDouble(Near::rank).thenComparingLong(Near::order);

    private final int max;
    private final PriorityQueue<Near> farthestFirst = new PriorityQueue<>(NEAREST_FIRST.reversed());
    private long offered;
    private long bytes;

    NearestVectors(int max) {
        this.max = max;
    }

    void offer(double rank, byte[] row, int vectorAt) {
        long order = offered++;
        Near farthest = farthest();
        if (farthest != null && rank >= farthest.rank()) {
            return;
        }
        if (farthest != null) {
            farthestFirst.remove();
            bytes -= farthest.row().length;
        }
        farthestFirst.add(new Near(rank, order, row, vectorAt));
        bytes += row.length;
    }

    /// The bytes of the rows that are kept.
    long bytes() {
        return bytes;
    }

    /// Those that are kept, the nearest first.
    List<Near> inOrder() {
        List<Near> all = new ArrayList<>(farthestFirst);
        all.sort(NEAREST_FIRST);
        return all;
    }

    // Null as long as there is room.
    private @Nullable Near farthest() {
        return farthestFirst.size() < max ? null : farthestFirst.peek();
    }
}
