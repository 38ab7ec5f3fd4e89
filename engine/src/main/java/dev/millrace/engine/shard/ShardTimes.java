package dev.millrace.engine.shard;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.stream.HybridClock;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// The moments in the life of shards and streams. Each follows from what the catalog holds alone,
/// so a restart changes none of them.
public final class ShardTimes {
    private static final int SPREAD_SHARE = 8;

    private final ShardOptions options;

    /// Times by these options.
    public ShardTimes(ShardOptions options) {
        this.options = options;
    }

    /// When an open shard is to roll over.
    public Instant rollover(Shard open) {
        return momentOf(open.startingPosition()).plus(options.rollover()).plusMillis(delay(open));
    }

    /// When a closed shard vanishes: as soon as its last record can no longer be read.
    public Instant trim(Stream stream, Shard closed) {
        long last = Objects.requireNonNull(closed.lastPosition(), "the shard is open");
        return momentOf(last).plus(retention(stream));
    }

    /// When a stream vanishes; [Instant#MAX] while it is on.
    public Instant end(Stream stream) {
        return switch (stream.status()) {
            case ENABLING, ENABLED, DISABLING -> Instant.MAX;
            case DISABLED ->
                    Objects.requireNonNullElse(stream.life().disabled(), stream.created())
                            .plus(retention(stream));
        };
    }

    /// The first position of a stream whose record can be read at this moment: earlier ones are
    /// trimmed, whether they still take up space or not.
    public long horizon(Stream stream, Instant now) {
        long oldestMillis = now.minus(retention(stream)).toEpochMilli() + 1;
        return Math.max(
                HybridClock.firstOf(Math.max(oldestMillis, 0)), stream.life().trimmedBefore());
    }

    private Duration retention(Stream stream) {
        return Objects.requireNonNullElse(stream.life().retention(), options.retention());
    }

    // A time of its own for each shard, from zero to an eighth of the rollover.
    private long delay(Shard shard) {
        long spread = options.rollover().toMillis() / SPREAD_SHARE;
        long seed = (long) shard.streamId() << Integer.SIZE | shard.number();
        return Math.floorMod(mixed(seed), spread + 1);
    }

    // Stafford's finalizer: neighbouring shards get moments far apart.
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static Instant momentOf(long position) {
        return Instant.ofEpochMilli(HybridClock.millis(position));
    }
}
