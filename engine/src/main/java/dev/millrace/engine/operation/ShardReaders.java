package dev.millrace.engine.operation;

import java.util.Arrays;

/// Who reads one shard. A reader is a line of iterators that came from one GetShardIterator call;
/// it counts as reading for [#READING_MILLIS] after each read.
final class ShardReaders {
    /// How many may read a shard at a time.
    static final int READERS_MAX = 2;

    /// How long after a read somebody still counts as reading: as long as the slowest usual pause
    /// between two polls.
    static final long READING_MILLIS = 2_000;

    private final int[] readers = new int[READERS_MAX];
    private final long[] lastReads = new long[READERS_MAX];

    ShardReaders() {
        Arrays.fill(lastReads, Long.MIN_VALUE / 2);
    }

    /// Whether a reader may read now; it is noted if so.
    boolean admits(int reader, long nowMillis) {
        int place = placeOf(reader, nowMillis);
        if (place < 0) {
            return false;
        }
        readers[place] = reader;
        lastReads[place] = nowMillis;
        return true;
    }

    private int placeOf(int reader, long nowMillis) {
        int free = -1;
        for (int place = 0; place < READERS_MAX; place++) {
            boolean isReading = nowMillis - lastReads[place] <= READING_MILLIS;
            if (isReading && readers[place] == reader) {
                return place;
            }
            free = isReading ? free : place;
        }
        return free;
    }
}
