package dev.millrace.engine.query;

import dev.millrace.store.Direction;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Which rows a page is read from, and how.
///
/// @param limit the most items to look at
/// @param bytesMax the most bytes of items to look at; the item that reaches it is still read
/// @param watched whether somebody wants to know of every row that was looked at
public record Cut(
        Family family,
        KeyRange range,
        Direction direction,
        int limit,
        long bytesMax,
        boolean watched) {
    /// The part of `range` that lies behind the row `start`, which need not exist; all of it for
    /// null.
    public static Cut behind(
            byte @Nullable [] start,
            ReadTarget target,
            KeyRange range,
            Direction direction,
            @Nullable Integer limit) {
        return new Cut(
                target.family(),
                start == null ? range : rest(start, range, direction),
                direction,
                limit == null ? Integer.MAX_VALUE : limit,
                PageReader.PAGE_BYTES_MAX,
                !target.table().settings().insights().isNone());
    }

    /// What of this is left for a page that has looked at so many items and bytes already.
    public Cut behind(int count, long bytes) {
        return new Cut(
                family, range, direction, limit - count, Math.max(1, bytesMax - bytes), watched);
    }

    private static KeyRange rest(byte[] start, KeyRange range, Direction direction) {
        return switch (direction) {
            // A zero byte makes the key that follows the row directly.
            case ASCENDING -> KeyRange.of(Arrays.copyOf(start, start.length + 1), range.to());
            case DESCENDING -> KeyRange.of(range.from(), start);
        };
    }
}
