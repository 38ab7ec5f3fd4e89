package dev.millrace.engine.history;

import dev.millrace.engine.keyspace.HistoryKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// Goes over the items that changed in one bucket of a history, in the order of their rows.
///
/// An item may have changed any number of times: what is of no interest is stepped over, and after
/// some steps leapt over.
final class BucketCursor implements AutoCloseable {
    /// How many rows in a row are stepped over before the rest is leapt over.
    static final int STEPS_MAX = 8;

    private final Reader reader;
    private final int tableId;
    private final long begin;
    private final int bucket;
    private final byte[] end;
    private Cursor cursor;
    private byte @Nullable [] key;
    private byte @Nullable [] item;

    /// A cursor that stands on the first item whose row is behind that of `after`.
    BucketCursor(Reader reader, int tableId, long begin, int bucket, byte[] after) {
        this.reader = reader;
        this.tableId = tableId;
        this.begin = begin;
        this.bucket = bucket;
        KeyRange range = HistoryKeys.bucket(tableId, begin, bucket, after);
        this.end = range.to();
        this.cursor = reader.scan(Keyspace.HISTORY, range, Direction.ASCENDING);
        step();
        item = key == null ? null : HistoryKeys.itemOf(key);
    }

    /// The item that it stands on; null behind the last one. Must not be changed.
    byte @Nullable [] item() {
        return item;
    }

    /// The first change of the item behind `position` that this bucket has, or null. The positions
    /// that are asked for must not descend while it stands on one item.
    @Nullable Before firstAfter(long position) {
        for (int steps = 0; isOnItem(); steps++) {
            byte[] row = key();
            if (Long.compareUnsigned(HistoryKeys.positionOf(row), position) > 0) {
                return new Before(HistoryKeys.positionOf(row), HistoryRows.itemRow(cursor.value()));
            }
            if (steps == STEPS_MAX) {
                leap(HistoryKeys.changeAfter(itemPrefix(), position));
            } else {
                step();
            }
        }
        return null;
    }

    /// Goes to the next item.
    void nextItem() {
        for (int steps = 0; isOnItem(); steps++) {
            if (steps == STEPS_MAX) {
                leap(KeyRange.prefix(itemPrefix()).to());
            } else {
                step();
            }
        }
        item = key == null ? null : HistoryKeys.itemOf(key);
    }

    @Override
    public void close() {
        cursor.close();
    }

    private boolean isOnItem() {
        return key != null && item != null && HistoryKeys.isOf(item, key);
    }

    private byte[] key() {
        return Objects.requireNonNull(key);
    }

    private byte[] itemPrefix() {
        return HistoryKeys.itemPrefix(tableId, begin, bucket, Objects.requireNonNull(item));
    }

    private void step() {
        key = cursor.next() ? cursor.key() : null;
    }

    private void leap(byte[] to) {
        cursor.close();
        cursor = reader.scan(Keyspace.HISTORY, KeyRange.of(to, end), Direction.ASCENDING);
        step();
    }
}
