package dev.millrace.engine.recovery;

import dev.millrace.engine.backfill.Backfill;
import dev.millrace.engine.backfill.BackfillProgress;
import dev.millrace.engine.backfill.BackfillStep;
import dev.millrace.engine.backfill.BackfillWork;
import dev.millrace.engine.backfill.ItemChunk;
import dev.millrace.engine.catalog.Backup;
import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.HistoryHold;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.history.TableAsOf;
import dev.millrace.model.backup.BackupStatus;
import dev.millrace.model.table.TableStatus;
import dev.millrace.store.Snapshot;
import dev.millrace.store.Store;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes the backups that are wanted, one after another.
///
/// What is copied does not change any more, so it is read before the command that commits it, and
/// writes wait for no more than that commit.
public final class BackupCopy implements BackfillWork {
    private final Catalog catalog;
    private final BackfillProgress progress;
    private final Store store;
    private final Sequencer sequencer;
    private final Consumer<Table> released;

    /// @param released is given a table that was to be deleted, once its last backup is complete
    public BackupCopy(
            Catalog catalog,
            BackfillProgress progress,
            Store store,
            Sequencer sequencer,
            Consumer<Table> released) {
        this.catalog = catalog;
        this.progress = progress;
        this.store = store;
        this.sequencer = sequencer;
        this.released = released;
    }

    @Override
    public boolean isPending() {
        return first(catalog.state()).isPresent();
    }

    @Override
    public void advance() {
        first(catalog.state()).ifPresent(this::advance);
    }

    private void advance(Backup backup) {
        Table table = source(catalog.state(), backup);
        Backfill copy = Backfill.ofBackup(table.id(), backup.id());
        ItemChunk chunk = chunk(table, backup, copy);
        Table after =
                sequencer.submit(
                        (CatalogCommand<Table>) changes -> append(changes, backup, copy, chunk));
        if (after.status() == TableStatus.DELETING && chunk.last() == null) {
            released.accept(after);
        }
    }

    private ItemChunk chunk(Table table, Backup backup, Backfill copy) {
        TableHistory history = Objects.requireNonNull(table.past().history());
        try (Snapshot snapshot = store.snapshot()) {
            return new TableAsOf(table.id(), history, backup.position())
                    .chunk(snapshot, progress.passed(copy));
        }
    }

    private static Table append(
            CatalogEvaluation changes, Backup backup, Backfill copy, ItemChunk chunk) {
        Table table = source(changes.state(), backup);
        changes.advance(table, new BackfillStep(copy, chunk.last()), chunk.items());
        if (chunk.last() != null) {
            return table;
        }
        changes.change(new CatalogChange.PutBackup(backup.withStatus(BackupStatus.AVAILABLE)));
        return KeptHistory.release(changes, table, HistoryHold.Kind.BACKUP, backup.id());
    }

    // A table that a backup is made of is held, so it is there.
    private static Table source(CatalogState state, Backup backup) {
        return state.table(backup.source().name())
                .filter(table -> table.id() == backup.source().id())
                .orElseThrow();
    }

    private static Optional<Backup> first(CatalogState state) {
        return state.backups().stream()
                .filter(backup -> backup.status() == BackupStatus.CREATING)
                .findFirst();
    }
}
