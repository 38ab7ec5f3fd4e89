package dev.millrace.engine;

import dev.millrace.engine.backfill.BackfillWork;
import dev.millrace.engine.backfill.BackfillWorker;
import dev.millrace.engine.commit.RecoveryTimer;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.expiry.ExpiryBackfill;
import dev.millrace.engine.expiry.ExpirySweeper;
import dev.millrace.engine.expiry.ExpiryTimer;
import dev.millrace.engine.operation.DestinationAccess;
import dev.millrace.engine.operation.DestinationTimer;
import dev.millrace.engine.operation.IndexBackfill;
import dev.millrace.engine.operation.SettlingTimer;
import dev.millrace.engine.operation.TableAccess;
import dev.millrace.engine.schedule.Schedule;
import dev.millrace.engine.schedule.Timer;
import dev.millrace.store.Store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Everybody in an engine who has work to do at certain moments: tables that leave passing
/// statuses, items that expire, shards that roll over, split and go, a past that gets too old; and
/// a log that has to recover. And those who work in the background on all items of a table.
final class DueWork {
    private DueWork() {}

    /// The worker that fills indexes, backups and restored tables.
    static BackfillWorker backfills(
            EngineOptions options,
            Store store,
            StoredState stored,
            Sequencer sequencer,
            BackupOperations backups) {
        List<BackfillWork> works = new ArrayList<>(backups.works());
        works.addFirst(new IndexBackfill(stored.catalog(), stored.backfills(), store, sequencer));
        return new BackfillWorker(works, options.backfillPace(), options.threads());
    }

    /// The schedule of all that.
    static Schedule schedule(
            EngineOptions options,
            Store store,
            InsideOperations inside,
            Runnable tableSettled,
            ExpiryBackfill backfill,
            ShardOperations shards,
            BackupOperations backups) {
        DestinationAccess destinations = inside.destinationAccess();
        TableAccess tables = destinations.tables();
        ExpirySweeper sweeper =
                new ExpirySweeper(tables.catalog(), store, tables.sequencer(), options.clock());
        ExpiryTimer expiry =
                new ExpiryTimer(
                        tables.catalog(),
                        backfill,
                        sweeper,
                        options.clock(),
                        options.tables().timeToLiveInterval());
        Stream<Timer> writing =
                Stream.concat(
                        Stream.of(
                                new SettlingTimer(tables, tableSettled),
                                expiry,
                                backups.timer(),
                                new DestinationTimer(destinations)),
                        shards.timers().stream());
        Sequencer log = tables.sequencer();
        List<Timer> timers =
                Stream.concat(
                                Stream.of(new RecoveryTimer(log, options.clock())),
                                writing.map(timer -> new WhileWritable(timer, log.health())))
                        .toList();
        return new Schedule(options.clock(), timers, options.driving(), options.threads());
    }
}
