package dev.millrace.engine.query;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.store.KeyRange;

/// The rows of a table, or of one segment of it: the segments of a parallel scan share the first 12
/// bits of the hash evenly, as on AWS (dynamodb-api reference, section 19).
public final class ScanRange {
    private static final int PREFIX_BITS = 12;
    private static final long PREFIXES = 1L << PREFIX_BITS;

    private ScanRange() {}

    /// All rows of a table.
    public static KeyRange ofTable(int tableId) {
        return Keyspace.itemsOf(tableId);
    }

    /// The rows of segment `segment` of `segments`; some segments are empty when there are more
    /// than 4,096.
    public static KeyRange ofSegment(int tableId, int segment, int segments) {
        return KeyRange.of(
                start(tableId, segment, segments), start(tableId, segment + 1, segments));
    }

    private static byte[] start(int tableId, int segment, int segments) {
        long prefix = Math.ceilDiv(PREFIXES * segment, segments);
        return prefix == PREFIXES
                ? Keyspace.itemsOf(tableId).to()
                : RowKey.hashed(tableId, prefix << (Long.SIZE - PREFIX_BITS)).toByteArray();
    }
}
