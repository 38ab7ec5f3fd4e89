package dev.millrace.bench.stream;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Caller;
import dev.millrace.bench.load.Tally;

import org.HdrHistogram.Histogram;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// One reader that reads a whole stream, shard after shard, each from its oldest record on; and
/// again and again until its time is over.
///
/// It knows how many records there are: an empty page is no sign of the end.
final class CatchUpReader implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int IDLE_ROUNDS_MAX = 150;

    private final Caller caller;
    private final StreamShards shards;
    private final int firstShard;
    private final long expected;
    private final Histogram nanos = Tally.histogram();
    private long records;
    private long throttles;
    private int passes;

    /// @param firstShard which of the shards it begins with, so that readers do not go in step
    /// @param expected how many records the stream has
    CatchUpReader(Caller caller, StreamShards shards, int firstShard, long expected) {
        this.caller = caller;
        this.shards = shards;
        this.firstShard = firstShard;
        this.expected = expected;
    }

    /// Reads until `end`, by the clock that counts nanoseconds; at least the whole stream once if
    /// `isWhole`.
    void read(long end, boolean isWhole) {
        do {
            readOnce(isWhole ? Long.MAX_VALUE : end - System.nanoTime());
        } while (end - System.nanoTime() > 0);
    }

    /// The times of its calls.
    Histogram nanos() {
        return nanos;
    }

    /// How many records it has read.
    long records() {
        return records;
    }

    /// How often the server was too busy.
    long throttles() {
        return throttles;
    }

    /// How often it has read the whole stream.
    int passes() {
        return passes;
    }

    @Override
    public void close() {
        caller.close();
    }

    private void readOnce(long nanosLeft) {
        long start = System.nanoTime();
        long before = records;
        List<ShardReader> readers = readers();
        int idleRounds = 0;
        while (records - before < expected) {
            long roundBefore = records;
            for (ShardReader reader : readers) {
                if (!readOn(reader, before, start, nanosLeft)) {
                    return;
                }
            }
            idleRounds = records > roundBefore ? 0 : idleRounds + 1;
            requireProgress(idleRounds, records - before);
        }
        passes++;
    }

    private List<ShardReader> readers() {
        List<String> ids = shards.shardIds();
        return IntStream.range(0, ids.size())
                .mapToObj(i -> ids.get((firstShard + i) % ids.size()))
                .map(id -> shards.iterator(caller, id, StreamShards.Start.TRIM_HORIZON))
                .map(iterator -> new ShardReader(caller, ShardReader.GET_RECORDS, iterator))
                .toList();
    }

    // Reads one shard until a page is empty or nothing is missing. False if the time was over
    // before.
    private boolean readOn(ShardReader reader, long before, long start, long nanosLeft) {
        int count = 1;
        while (count > 0 && !reader.isAtEnd() && records - before < expected) {
            if (System.nanoTime() - start >= nanosLeft) {
                return false;
            }
            count = readPage(reader);
        }
        return true;
    }

    private void requireProgress(int idleRounds, long read) {
        if (idleRounds > IDLE_ROUNDS_MAX) {
            throw new BenchException(
                    "the stream gave %d records instead of %d".formatted(read, expected));
        }
        if (idleRounds > 0) {
            Times.pause(PAUSE);
        }
    }

    private int readPage(ShardReader reader) {
        long sent = System.nanoTime();
        int count = reader.read();
        if (count < 0) {
            throttles++;
            Times.pause(PAUSE);
            return 0;
        }
        nanos.recordValue(System.nanoTime() - sent);
        records += count;
        return count;
    }
}
