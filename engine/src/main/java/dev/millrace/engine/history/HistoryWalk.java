package dev.millrace.engine.history;

import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.store.Reader;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Goes over the items that changed in the buckets from a position's to the last one, in the order
/// of their rows: one cursor for each bucket, merged.
final class HistoryWalk implements AutoCloseable {
    private final List<BucketCursor> buckets = new ArrayList<>();
    private byte @Nullable [] item;

    /// A walk that stands before the first item whose row is behind that of `after`.
    HistoryWalk(Reader reader, int tableId, TableHistory history, long position, byte[] after) {
        int last = Buckets.of(HybridClock.lastIn(reader));
        for (int bucket = Buckets.of(position); bucket <= last; bucket++) {
            buckets.add(new BucketCursor(reader, tableId, history.begin(), bucket, after));
        }
    }

    /// Goes to the next item; false means that there is none.
    boolean next() {
        for (BucketCursor bucket : buckets) {
            if (isAtItem(bucket)) {
                bucket.nextItem();
            }
        }
        item = null;
        for (BucketCursor bucket : buckets) {
            item = first(item, bucket.item());
        }
        return item != null;
    }

    /// The item that it stands on, null for none: its row's key without the table. Must not be
    /// changed.
    byte @Nullable [] item() {
        return item;
    }

    /// The first change of the item behind `position`, or null. The positions that are asked for
    /// must not descend while it stands on one item.
    @Nullable Before firstAfter(long position) {
        for (BucketCursor bucket : buckets) {
            Before change = isAtItem(bucket) ? bucket.firstAfter(position) : null;
            if (change != null) {
                return change;
            }
        }
        return null;
    }

    @Override
    public void close() {
        buckets.forEach(BucketCursor::close);
    }

    private boolean isAtItem(BucketCursor bucket) {
        return item != null && Arrays.equals(item, bucket.item());
    }

    private static byte @Nullable [] first(byte @Nullable [] one, byte @Nullable [] other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Arrays.compareUnsigned(one, other) <= 0 ? one : other;
    }
}
