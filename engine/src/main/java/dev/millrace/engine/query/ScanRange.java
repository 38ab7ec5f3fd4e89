package dev.millrace.engine.query;

import dev.millrace.store.KeyRange;

/// The rows of one segment of a table or index: the segments of a parallel scan share the first 12
/// bits of the hash evenly, as on AWS (dynamodb-api reference, section 19).
public final class ScanRange {
    private static final int PREFIX_BITS = 12;
    private static final long PREFIXES = 1L << PREFIX_BITS;

    private ScanRange() {}

    /// The rows of segment `segment` of `segments`; some segments are empty when there are more
    /// than 4,096.
    public static KeyRange ofSegment(ReadTarget target, int segment, int segments) {
        return KeyRange.of(start(target, segment, segments), start(target, segment + 1, segments));
    }

    private static byte[] start(ReadTarget target, int segment, int segments) {
        long prefix = Math.ceilDiv(PREFIXES * segment, segments);
        return prefix == PREFIXES
                ? target.rows().to()
                : target.hashed(prefix << (Long.SIZE - PREFIX_BITS)).toByteArray();
    }
}
