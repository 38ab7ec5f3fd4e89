package dev.millrace.engine.item;

import dev.millrace.engine.catalog.Table;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// The heat of one table: for each partition the units written since its measuring began, cut into
/// [#PIECES] of its hash range, which tell where to split it.
final class TableHeat {
    /// Into how many pieces a partition's range is cut.
    static final int PIECES = 16;

    // A split that leaves less than this share to one half would cool nothing: the heat sits on few
    // keys.
    private static final int SHARE_MIN = 8;

    private final List<Long> partitions;
    private final HashRange[] ranges;
    private final long[] units;
    private final long[] totals;
    private final long[] ends;
    private final boolean[] judged;
    private final long unitsMax;
    private final long measureMillis;

    TableHeat(List<Long> partitions, long unitsMax, long measureMillis) {
        int count = partitions.size();
        this.partitions = partitions;
        this.ranges = new HashRange[count];
        Arrays.setAll(ranges, index -> HashRange.ofPartition(partitions, index));
        this.units = new long[count * PIECES];
        this.totals = new long[count];
        this.ends = new long[count];
        this.judged = new boolean[count];
        this.unitsMax = unitsMax;
        this.measureMillis = measureMillis;
    }

    /// Whether the table has other partitions by now.
    boolean isOutdated(Table table) {
        return !partitions.equals(table.partitions());
    }

    /// Counts a write; answers where to split its partition if that has just become too hot and a
    /// split would help, else null.
    @Nullable Long count(long hash, long written, long millis) {
        int partition = partitionOf(hash);
        if (millis >= ends[partition]) {
            restart(partition, millis);
        }
        units[partition * PIECES + pieceOf(partition, hash)] += written;
        totals[partition] += written;
        if (totals[partition] <= unitsMax || judged[partition]) {
            return null;
        }
        judged[partition] = true;
        return boundary(partition);
    }

    /// Where the partition begins that `boundary` is to cut.
    long firstHashBefore(long boundary) {
        return ranges[partitionOf(boundary)].first();
    }

    private void restart(int partition, long millis) {
        Arrays.fill(units, partition * PIECES, (partition + 1) * PIECES, 0);
        totals[partition] = 0;
        judged[partition] = false;
        ends[partition] = millis + measureMillis;
    }

    private int pieceOf(int partition, long hash) {
        HashRange range = ranges[partition];
        return range.hasAtLeast(PIECES) ? range.pieceOf(hash, PIECES) : 0;
    }

    // The last partition that begins at the hash or before it.
    private int partitionOf(long hash) {
        int low = 0;
        int high = ranges.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Long.compareUnsigned(ranges[middle].first(), hash) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    // The cut that comes closest to halving the heat.
    private @Nullable Long boundary(int partition) {
        int best = 0;
        long bestLower = 0;
        long lower = 0;
        for (int piece = 1; piece < PIECES; piece++) {
            lower += units[partition * PIECES + piece - 1];
            if (smallerHalf(partition, lower) > smallerHalf(partition, bestLower)) {
                best = piece;
                bestLower = lower;
            }
        }
        boolean helps = smallerHalf(partition, bestLower) >= totals[partition] / SHARE_MIN;
        return best > 0 && helps ? ranges[partition].startOf(best, PIECES) : null;
    }

    private long smallerHalf(int partition, long lower) {
        return Math.min(lower, totals[partition] - lower);
    }
}
