package dev.millrace.engine.operation;

import dev.millrace.engine.backfill.Backfill;
import dev.millrace.engine.backfill.BackfillProgress;
import dev.millrace.engine.backfill.BackfillStep;
import dev.millrace.engine.backfill.BackfillWork;
import dev.millrace.engine.backfill.ItemChunk;
import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.TableStatus;
import dev.millrace.store.Reader;

import java.util.Optional;

/// Fills indexes that are added to tables with what was there before them, once the table has
/// become ACTIVE again. With the first chunk an index shows as backfilling, with the last it
/// becomes ACTIVE.
public final class IndexBackfill implements BackfillWork {
    private final Catalog catalog;
    private final BackfillProgress progress;
    private final Reader store;
    private final Sequencer sequencer;

    public IndexBackfill(
            Catalog catalog, BackfillProgress progress, Reader store, Sequencer sequencer) {
        this.catalog = catalog;
        this.progress = progress;
        this.store = store;
        this.sequencer = sequencer;
    }

    private record Unfilled(Table table, SecondaryIndex index) {}

    @Override
    public boolean isPending() {
        return first(catalog.state()).isPresent();
    }

    @Override
    public void advance() {
        sequencer.submit((CatalogCommand<Boolean>) this::advance);
    }

    private Boolean advance(CatalogEvaluation evaluation) {
        first(evaluation.state()).ifPresent(next -> advance(evaluation, next));
        return true;
    }

    private void advance(CatalogEvaluation evaluation, Unfilled next) {
        Table table = next.table();
        SecondaryIndex index = next.index();
        Backfill backfill = Backfill.ofIndex(table.id(), index.id());
        ItemChunk chunk = ItemChunk.read(store, table.id(), progress.passed(backfill));
        evaluation.advance(table, new BackfillStep(backfill, chunk.last()), chunk.items());
        if (chunk.last() == null) {
            put(evaluation, table, index.withStatus(IndexStatus.ACTIVE, null));
        } else if (Boolean.FALSE.equals(index.backfilling())) {
            put(evaluation, table, index.withStatus(IndexStatus.CREATING, true));
        }
    }

    private static void put(CatalogEvaluation evaluation, Table table, SecondaryIndex index) {
        evaluation.change(
                new CatalogChange.PutTable(table.withIndexes(table.indexes().with(index))));
    }

    // While the table is still UPDATING, a new index waits for its resources, as on AWS.
    private static boolean isAllocated(Table table, SecondaryIndex index) {
        return table.status() == TableStatus.ACTIVE || Boolean.TRUE.equals(index.backfilling());
    }

    private static Optional<Unfilled> first(CatalogState state) {
        return state.tables().stream()
                .flatMap(table ->
                        table.indexes().all().stream()
                                .filter(SecondaryIndex::isUnderConstruction)
                                .filter(index -> isAllocated(table, index))
                                .map(index -> new Unfilled(table, index)))
                .findFirst();
    }
}
