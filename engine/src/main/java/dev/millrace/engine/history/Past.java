package dev.millrace.engine.history;

import dev.millrace.engine.catalog.TableHistory;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// What readers of the past have in common.
final class Past {
    private static final int TABLE_BYTES = Integer.BYTES;
    private static final byte[] NONE = {};

    private Past() {}

    /// Makes sure that a history knows what was at `position`.
    static void require(TableHistory history, long position) {
        if (Long.compareUnsigned(position, history.begin()) < 0
                || Buckets.of(position) < history.firstBucket()) {
            throw new IllegalArgumentException("the history does not reach back so far");
        }
    }

    /// The row without its table; empty for none.
    static byte[] itemOf(byte @Nullable [] rowKey) {
        return rowKey == null ? NONE : Arrays.copyOfRange(rowKey, TABLE_BYTES, rowKey.length);
    }
}
