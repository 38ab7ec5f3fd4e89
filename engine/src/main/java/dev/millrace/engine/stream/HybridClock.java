package dev.millrace.engine.stream;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.Reader;
import dev.millrace.store.tuple.TupleReader;

import java.time.InstantSource;

/// Gives out the positions of a log: milliseconds of the clock above, a counter below. Each is
/// greater than the last one, also when the clock stands still, is set back, or the server
/// restarts.
///
/// For the sequencer's thread alone.
public final class HybridClock {
    /// How many low bits of a position count within one millisecond.
    public static final int COUNTER_BITS = 20;

    private final InstantSource clock;
    private long last;

    /// A clock that goes on behind the position `last`.
    public HybridClock(InstantSource clock, long last) {
        this.clock = clock;
        this.last = last;
    }

    /// The last position whose commit is in a store; 0 if there is none.
    public static long lastIn(Reader store) {
        byte[] row = store.get(Keyspace.META, Keyspace.positionKey());
        return row == null ? 0 : new TupleReader(row).uint64();
    }

    /// The next position.
    public long next() {
        last = Math.max(clock.millis() << COUNTER_BITS, last + 1);
        return last;
    }

    /// The next position in the moment of the last one: what belongs together is not torn apart by
    /// a millisecond that passes.
    public long nextOfMoment() {
        last++;
        return last;
    }

    /// The time of the log in milliseconds since 1970: that of the clock, but never before the last
    /// position.
    public long nowMillis() {
        return Math.max(clock.millis(), millis(last));
    }

    /// The smallest position of a millisecond since 1970.
    public static long firstOf(long millis) {
        return millis << COUNTER_BITS;
    }

    /// The greatest position of a millisecond since 1970.
    public static long lastOf(long millis) {
        return firstOf(millis + 1) - 1;
    }

    /// The milliseconds since 1970 in a position.
    public static long millis(long position) {
        return position >>> COUNTER_BITS;
    }
}
