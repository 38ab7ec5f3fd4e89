package dev.millrace.engine.recovery;

import dev.millrace.engine.backfill.Backfill;
import dev.millrace.engine.backfill.BackfillProgress;
import dev.millrace.engine.backfill.BackfillStep;
import dev.millrace.engine.backfill.BackfillWork;
import dev.millrace.engine.backfill.ItemChunk;
import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.HistoryHold;
import dev.millrace.engine.catalog.RestoreSource;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.catalog.TableRestore;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.history.BackupRows;
import dev.millrace.engine.history.TableAsOf;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.model.table.TableStatus;
import dev.millrace.store.Snapshot;
import dev.millrace.store.Store;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Fills the tables that are being restored, one after another, and with them their indexes.
public final class RestoreFill implements BackfillWork {
    private final Catalog catalog;
    private final BackfillProgress progress;
    private final Store store;
    private final Sequencer sequencer;
    private final Consumer<Table> full;
    private final Consumer<Table> released;

    /// @param full is given a table that has all its items
    /// @param released as for [BackupCopy]
    public RestoreFill(
            Catalog catalog,
            BackfillProgress progress,
            Store store,
            Sequencer sequencer,
            Consumer<Table> full,
            Consumer<Table> released) {
        this.catalog = catalog;
        this.progress = progress;
        this.store = store;
        this.sequencer = sequencer;
        this.full = full;
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

    private void advance(Table table) {
        TableRestore restore = Objects.requireNonNull(table.past().restore());
        Backfill fill = Backfill.ofRestore(table.id());
        ItemChunk chunk = chunk(table, restore, progress.passed(fill));
        sequencer.submit(
                (CatalogCommand<Boolean>) changes -> append(changes, table, restore, fill, chunk));
        if (chunk.last() == null) {
            full.accept(table);
            source(catalog.state(), restore)
                    .filter(source -> source.status() == TableStatus.DELETING)
                    .ifPresent(released);
        }
    }

    private ItemChunk chunk(Table table, TableRestore restore, byte @Nullable [] after) {
        try (Snapshot snapshot = store.snapshot()) {
            return switch (restore.source()) {
                case RestoreSource.OfBackup(int backupId, _) ->
                        BackupRows.chunk(snapshot, backupId, table.id(), after);
                case RestoreSource.OfTable(int sourceId, long position) ->
                        moved(
                                new TableAsOf(sourceId, history(restore), position)
                                        .chunk(snapshot, moved(after, sourceId)),
                                table.id());
                case RestoreSource.OfImport _ -> throw notOurs();
            };
        }
    }

    private TableHistory history(TableRestore restore) {
        Table source = source(catalog.state(), restore).orElseThrow();
        return Objects.requireNonNull(source.past().history());
    }

    // The cursor is that of the table that is filled; the other's rows differ in their table alone.
    private static ItemChunk moved(ItemChunk chunk, int tableId) {
        return new ItemChunk(chunk.items(), moved(chunk.last(), tableId));
    }

    private static byte @Nullable [] moved(byte @Nullable [] rowKey, int tableId) {
        return rowKey == null ? null : RowKey.stored(rowKey).in(tableId).bytes();
    }

    private static Boolean append(
            CatalogEvaluation changes,
            Table table,
            TableRestore restore,
            Backfill fill,
            ItemChunk chunk) {
        changes.advance(table, new BackfillStep(fill, chunk.last()), chunk.items());
        if (chunk.last() == null) {
            Table now = changes.state().table(table.name()).orElseThrow();
            changes.change(new CatalogChange.PutTable(now.withPast(now.past().full())));
            source(changes.state(), restore)
                    .ifPresent(source ->
                            KeptHistory.release(
                                    changes, source, HistoryHold.Kind.RESTORE, table.id()));
        }
        return true;
    }

    // A table whose past is read is held, so it is there; that of a backup need not be.
    private static Optional<Table> source(CatalogState state, TableRestore restore) {
        return switch (restore.source()) {
            case RestoreSource.OfBackup _, RestoreSource.OfImport _ -> Optional.empty();
            case RestoreSource.OfTable(int tableId, _) ->
                    state.table(restore.sourceTableName()).filter(table -> table.id() == tableId);
        };
    }

    private static Optional<Table> first(CatalogState state) {
        return state.tables().stream().filter(RestoreFill::isOurs).findFirst();
    }

    // Tables that are imported are filled by those who read what is imported.
    private static boolean isOurs(Table table) {
        TableRestore restore = table.past().restore();
        return restore != null && !restore.isFull() && !restore.isImport();
    }

    private static IllegalStateException notOurs() {
        return new IllegalStateException("an import is not read from the store");
    }
}
