package dev.millrace.engine.expiry;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.schedule.Timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// When there is work for time to live: a backfill at once, chunk by chunk; a sweep an interval
/// after the last one, and again at once while it leaves due items behind.
///
/// Work that is left is due at the moment of the last run, so that whatever else was due before
/// goes first. Without a table that has time to live there is never anything to do.
public final class ExpiryTimer implements Timer {
    private final Catalog catalog;
    private final ExpiryBackfill backfill;
    private final ExpirySweeper sweeper;
    private final InstantSource clock;
    private final Duration interval;
    private Instant lastRun;
    private Instant nextSweep;

    /// A timer whose first sweep is due an `interval` from now.
    public ExpiryTimer(
            Catalog catalog,
            ExpiryBackfill backfill,
            ExpirySweeper sweeper,
            InstantSource clock,
            Duration interval) {
        this.catalog = catalog;
        this.backfill = backfill;
        this.sweeper = sweeper;
        this.clock = clock;
        this.interval = interval;
        this.lastRun = clock.instant();
        this.nextSweep = lastRun.plus(interval);
    }

    @Override
    public Instant due() {
        if (backfill.underWay().isPresent()) {
            return lastRun;
        }
        return hasWork() ? nextSweep : Instant.MAX;
    }

    @Override
    public void run() {
        backfill.underWay().ifPresent(backfill::chunk);
        Instant now = clock.instant();
        if (!nextSweep.isAfter(now)) {
            nextSweep = sweeper.sweep() ? now : now.plus(interval);
        }
        lastRun = now;
    }

    private boolean hasWork() {
        return catalog.state().tables().stream().anyMatch(table -> table.timeToLive() != null);
    }
}
