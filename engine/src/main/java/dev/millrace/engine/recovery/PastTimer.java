package dev.millrace.engine.recovery;

import dev.millrace.engine.catalog.Backup;
import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.HistoryHold;
import dev.millrace.engine.catalog.LeftoverRange;
import dev.millrace.engine.catalog.PointInTimeRecovery;
import dev.millrace.engine.catalog.RestoreSource;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.history.Buckets;
import dev.millrace.engine.keyspace.BackupKeys;
import dev.millrace.engine.schedule.Timer;
import dev.millrace.engine.stream.HybridClock;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// When something of the past is too old: buckets of histories that no recovery period reaches and
/// no work holds, and backups that expire.
public final class PastTimer implements Timer {
    /// The most tables and backups that are dealt with in one commit, for which writes wait.
    public static final int CHANGED_MAX = 128;

    private final Catalog catalog;
    private final Sequencer sequencer;
    private @Nullable CatalogState seen;
    private Instant due = Instant.MAX;

    public PastTimer(Catalog catalog, Sequencer sequencer) {
        this.catalog = catalog;
        this.sequencer = sequencer;
    }

    // The moments follow from the catalog alone, so they are looked for only when it has changed.
    @Override
    public Instant due() {
        CatalogState state = catalog.state();
        if (state != seen) {
            seen = state;
            due = earliest(state);
        }
        return due;
    }

    @Override
    public void run() {
        sequencer.submit((CatalogCommand<Boolean>) PastTimer::trim);
    }

    /// Removes a backup, whose items are then left over.
    public static void remove(CatalogEvaluation changes, Backup backup) {
        changes.change(new CatalogChange.RemoveBackup(backup));
        changes.change(
                new CatalogChange.PutLeftoverRange(
                        LeftoverRange.ofBackup(BackupKeys.itemsOf(backup.id()))));
    }

    /// Whether a table is being restored from a backup.
    public static boolean isBeingRestored(CatalogState state, Backup backup) {
        return state.tables().stream()
                .map(table -> table.past().restore())
                .anyMatch(restore ->
                        restore != null
                                && restore.source() instanceof RestoreSource.OfBackup(int id, _)
                                && id == backup.id());
    }

    private static Instant earliest(CatalogState state) {
        return Stream.concat(
                        state.tables().stream().map(PastTimer::momentOf),
                        state.backups().stream().map(backup -> momentOf(state, backup)))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static Instant momentOf(CatalogState state, Backup backup) {
        Instant expiry = backup.expiry();
        return expiry == null || isBeingRestored(state, backup) ? Instant.MAX : expiry;
    }

    // When the first bucket of the table's history can go.
    private static Instant momentOf(Table table) {
        TableHistory history = table.past().history();
        if (history == null || firstHeld(history) <= history.firstBucket()) {
            return Instant.MAX;
        }
        PointInTimeRecovery recovery = history.recovery();
        if (recovery == null || Buckets.of(recovery.since()) > history.firstBucket()) {
            return Instant.EPOCH;
        }
        return Buckets.start(history.firstBucket() + 1).plus(Duration.ofDays(recovery.days()));
    }

    private static Boolean trim(CatalogEvaluation changes) {
        Instant now = Instant.ofEpochMilli(HybridClock.millis(changes.position()));
        CatalogState state = changes.state();
        List<Table> tables =
                state.tables().stream()
                        .filter(table -> !momentOf(table).isAfter(now))
                        .limit(CHANGED_MAX)
                        .toList();
        List<Backup> backups =
                state.backups().stream()
                        .filter(backup -> !momentOf(state, backup).isAfter(now))
                        .limit(CHANGED_MAX)
                        .toList();
        tables.forEach(table -> trim(changes, table, now));
        backups.forEach(backup -> remove(changes, backup));
        return true;
    }

    private static void trim(CatalogEvaluation changes, Table table, Instant now) {
        TableHistory history = table.past().history();
        if (history != null) {
            KeptHistory.trim(changes, table, history, firstNeeded(history, now));
        }
    }

    private static int firstNeeded(TableHistory history, Instant now) {
        PointInTimeRecovery recovery = history.recovery();
        int held = firstHeld(history);
        return recovery == null
                ? held
                : Math.min(held, Buckets.of(RecoveryWindow.earliest(recovery, now)));
    }

    private static int firstHeld(TableHistory history) {
        return history.holds().stream()
                .map(HistoryHold::position)
                .mapToInt(Buckets::of)
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
