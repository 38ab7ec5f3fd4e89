package dev.millrace.engine.stream;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who reads which shard and how far: as far as that can be known, since a reader leaves no trace
/// but the iterators that it uses.
///
/// Whoever uses one of a line of iterators is taken for the reader of that line. At most
/// [#READERS_MAX] are remembered; the one not heard of for longest is forgotten first, and each
/// after the life of an iterator.
public final class StreamReaders {
    /// The most readers that are remembered.
    public static final int READERS_MAX = 1_024;

    private static final Duration REMEMBERED = ShardIterators.LIFETIME;

    private final InstantSource clock;
    private final Map<Trace, Seen> readers = new LinkedHashMap<>();
    private long lastNumber;

    /// Remembers readers by `clock`.
    public StreamReaders(InstantSource clock) {
        this.clock = clock;
    }

    /// What a reader of a shard is recognised by.
    ///
    /// @param line the line of iterators, or less than zero for the number of a tail
    public record Trace(long line, int shardNumber) {
        /// A reader by the iterator that it uses.
        public static Trace of(ShardIterator iterator) {
            return new Trace(Integer.toUnsignedLong(iterator.reader()), iterator.shardNumber());
        }

        /// A tail in one of the shards that it reads.
        public static Trace ofTail(long tailNumber, int shardNumber) {
            return new Trace(-tailNumber, shardNumber);
        }
    }

    /// A reader and how far it has come.
    ///
    /// @param number tells readers apart; given anew when the server starts
    public record StreamPosition(long number, Place shard, long position) {}

    private record Seen(StreamPosition at, long millis) {}

    /// A number for a new reader.
    public synchronized long nextNumber() {
        return ++lastNumber;
    }

    /// Notes that a reader has read a shard up to `position`.
    public synchronized void note(Trace trace, Place shard, long position) {
        Seen known = readers.remove(trace);
        long number = known == null ? ++lastNumber : known.at().number();
        if (readers.size() >= READERS_MAX) {
            readers.remove(readers.keySet().iterator().next());
        }
        StreamPosition now = new StreamPosition(number, shard, position);
        readers.put(trace, new Seen(now, clock.millis()));
    }

    /// Notes that a reader is done with a shard.
    public synchronized void leave(Trace trace) {
        readers.remove(trace);
    }

    /// Everybody who has been heard of lately.
    public synchronized List<StreamPosition> positions() {
        forgetOld();
        List<StreamPosition> positions = new ArrayList<>(readers.size());
        readers.values().forEach(seen -> positions.add(seen.at()));
        return positions;
    }

    // They stand in the order in which they were heard of last.
    private void forgetOld() {
        long oldest = clock.millis() - REMEMBERED.toMillis();
        Iterator<Seen> each = readers.values().iterator();
        while (each.hasNext() && each.next().millis() < oldest) {
            each.remove();
        }
    }
}
