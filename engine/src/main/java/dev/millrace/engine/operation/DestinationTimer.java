package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.KinesisDestination;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.schedule.Timer;
import dev.millrace.engine.stream.HybridClock;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// When Kinesis destinations leave their passing statuses, and when changes that no stream took are
/// too old to be kept.
public final class DestinationTimer implements Timer {
    /// How long a change waits to be sent. Streams keep their own records as long.
    public static final Duration KEPT = Duration.ofHours(24);

    /// The time between two looks for what is too old.
    public static final Duration INTERVAL = Duration.ofMinutes(10);

    private final DestinationAccess access;
    private @Nullable CatalogState seen;
    private Instant settles = Instant.MAX;
    private @Nullable Instant trims;

    public DestinationTimer(DestinationAccess access) {
        this.access = access;
    }

    // Statuses follow from the catalog alone, so they are looked at only when it has changed.
    @Override
    public Instant due() {
        CatalogState state = access.tables().catalog().state();
        if (state != seen) {
            seen = state;
            settles = earliest(state);
        }
        Instant trimming = trimming(state);
        return settles.isBefore(trimming) ? settles : trimming;
    }

    @Override
    public void run() {
        Instant now = access.tables().clock().instant();
        if (!settles.isAfter(now)) {
            access.tables()
                    .sequencer()
                    .submit((CatalogCommand<Boolean>) catalog -> settle(catalog, now));
        }
        if (trims != null && !trims.isAfter(now)) {
            trims = now.plus(INTERVAL);
            access.tables()
                    .sequencer()
                    .submit((CatalogCommand<Boolean>) catalog -> trim(catalog, now));
        }
    }

    private Instant trimming(CatalogState state) {
        if (state.destinations().isEmpty()) {
            return Instant.MAX;
        }
        if (trims == null) {
            trims = access.tables().clock().instant().plus(INTERVAL);
        }
        return trims;
    }

    private static Instant earliest(CatalogState state) {
        Instant earliest = Instant.MAX;
        for (KinesisDestination destination : state.destinations().all()) {
            Instant moment = destination.settles();
            if (moment != null && moment.isBefore(earliest)) {
                earliest = moment;
            }
        }
        return earliest;
    }

    private static Boolean settle(CatalogEvaluation catalog, Instant now) {
        for (KinesisDestination destination : catalog.state().destinations().all()) {
            Instant moment = destination.settles();
            if (moment != null && !moment.isAfter(now)) {
                DestinationAccess.settle(catalog, destination.id());
            }
        }
        return true;
    }

    private Boolean trim(CatalogEvaluation catalog, Instant now) {
        Instant horizon = now.minus(KEPT);
        for (KinesisDestination destination : catalog.state().destinations().all()) {
            Instant ended = destination.ended();
            if (destination.hasOutbox() && ended != null && ended.isBefore(horizon)) {
                DestinationAccess.drain(catalog, destination);
            } else if (destination.hasOutbox()) {
                trim(catalog, destination.id(), HybridClock.firstOf(horizon.toEpochMilli()) - 1);
            }
        }
        return true;
    }

    private void trim(CatalogEvaluation catalog, int id, long position) {
        Long first = access.outbox().firstBehind(id, 0);
        if (first != null && first <= position) {
            catalog.change(new CatalogChange.TrimOutbox(id, position));
        }
    }
}
