package dev.millrace.engine.shard;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.schedule.Timer;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.stream.StreamStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Rolls shards over, trims closed ones, ends streams that have been off for long enough, and has
/// the space of what is gone given back; each when it is due.
public final class ShardKeeper implements Timer {
    /// The most shards and streams that are dealt with in one commit, for which writes wait.
    public static final int CHANGED_MAX = 128;

    private final Catalog catalog;
    private final Sequencer sequencer;
    private final ShardTimes times;
    private final ShardLineage lineage;
    private final LeftoverDrop leftovers;
    private @Nullable CatalogState seen;
    private Instant due = Instant.MAX;

    public ShardKeeper(
            Catalog catalog,
            Sequencer sequencer,
            ShardTimes times,
            ShardLineage lineage,
            LeftoverDrop leftovers) {
        this.catalog = catalog;
        this.sequencer = sequencer;
        this.times = times;
        this.lineage = lineage;
        this.leftovers = leftovers;
    }

    // The moments follow from the catalog alone, so they are looked for only when it has changed.
    @Override
    public Instant due() {
        CatalogState state = catalog.state();
        if (state != seen) {
            seen = state;
            due = LeftoverDrop.isAny(state) ? Instant.EPOCH : earliest(state);
        }
        return due;
    }

    @Override
    public void run() {
        sequencer.submit((CatalogCommand<Integer>) this::keep);
        leftovers.run();
    }

    private Instant earliest(CatalogState state) {
        return state.streams().stream()
                .map(stream -> earliest(state, stream))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private Instant earliest(CatalogState state, StreamShards stream) {
        Instant earliest = endOf(state, stream.stream());
        for (Shard shard : stream.shards()) {
            Instant moment = momentOf(stream.stream(), shard);
            earliest = moment.isBefore(earliest) ? moment : earliest;
        }
        return earliest;
    }

    // A retired stream has had its end; it only waits for its table to forget it.
    private Instant endOf(CatalogState state, Stream stream) {
        if (!stream.life().isRetired()) {
            return times.end(stream);
        }
        return StreamEnds.isNamed(state, stream) ? Instant.MAX : Instant.EPOCH;
    }

    private Instant momentOf(Stream stream, Shard shard) {
        if (!shard.isOpen()) {
            return times.trim(stream, shard);
        }
        return stream.status() == StreamStatus.ENABLED ? times.rollover(shard) : Instant.MAX;
    }

    private Integer keep(CatalogEvaluation evaluation) {
        Instant now = Instant.ofEpochMilli(HybridClock.millis(evaluation.position()));
        CatalogState before = evaluation.state();
        int changed = 0;
        for (StreamShards stream : before.streams()) {
            if (changed < CHANGED_MAX && !endOf(before, stream.stream()).isAfter(now)) {
                StreamEnds.end(evaluation, stream);
                changed++;
            } else {
                changed += keep(evaluation, stream, now, CHANGED_MAX - changed);
            }
        }
        return changed;
    }

    private int keep(CatalogEvaluation evaluation, StreamShards stream, Instant now, int most) {
        int changed = 0;
        for (Shard shard : stream.shards()) {
            if (changed < most && !momentOf(stream.stream(), shard).isAfter(now)) {
                keep(evaluation, shard);
                changed++;
            }
        }
        return changed;
    }

    private void keep(CatalogEvaluation evaluation, Shard due) {
        if (due.isOpen()) {
            lineage.roll(evaluation, due);
        } else {
            StreamEnds.trim(evaluation, due);
        }
    }
}
