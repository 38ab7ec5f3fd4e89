package dev.millrace.engine.commit;

import dev.millrace.engine.backfill.Backfill;
import dev.millrace.engine.backfill.BackfillProgress;
import dev.millrace.engine.backfill.BackfillStep;
import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogRows;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.document.Documents;
import dev.millrace.engine.history.BackupRows;
import dev.millrace.engine.history.HistoryRows;
import dev.millrace.engine.index.IndexMaintainer;
import dev.millrace.engine.index.IndexTotals;
import dev.millrace.engine.index.IndexTotals.IndexId;
import dev.millrace.engine.item.ExpiryRows;
import dev.millrace.engine.item.ItemChange;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.item.TableTotals;
import dev.millrace.engine.item.TableTotals.Totals;
import dev.millrace.engine.item.WriteHeat;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.engine.outbox.OutboxNews;
import dev.millrace.engine.outbox.OutboxRows;
import dev.millrace.engine.stream.Arrivals;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.stream.StreamAppender;
import dev.millrace.engine.token.RequestToken;
import dev.millrace.engine.token.RequestTokens;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.Item;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.tuple.TupleWriter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Turns commits into one atomic store batch: item rows, index entries, stream records, totals,
/// request tokens, catalog rows, the position reached. Nothing else ever writes any of these.
///
/// Used by one thread, in the order of the log. A batch follows from the commits and the state
/// before them alone.
public final class Applier {
    private final Catalog catalog;
    private final TableTotals totals;
    private final StreamAppender streams;
    private final RequestTokens tokens;
    private final WriteHeat heat;
    private final IndexTotals indexTotals;
    private final BackfillProgress backfills;
    private final News news;
    private final OutboxNews outboxes;
    private volatile long position;

    /// An applier whose store has reached `position`.
    ///
    /// @param arrivals who waits for records
    /// @param outboxes who waits for changes to send
    public Applier(
            Catalog catalog,
            TableTotals totals,
            StreamAppender streams,
            RequestTokens tokens,
            WriteHeat heat,
            IndexTotals indexTotals,
            BackfillProgress backfills,
            Arrivals arrivals,
            OutboxNews outboxes,
            long position) {
        this.catalog = catalog;
        this.totals = totals;
        this.streams = streams;
        this.tokens = tokens;
        this.heat = heat;
        this.indexTotals = indexTotals;
        this.backfills = backfills;
        this.news = new News(catalog, arrivals);
        this.outboxes = outboxes;
        this.position = position;
    }

    /// A batch that is ready to be written, with what is to be published afterwards.
    record Application(
            WriteBatch batch,
            List<CatalogChange> catalogChanges,
            Map<Integer, Totals> totals,
            Map<IndexId, Totals> indexTotals,
            List<BackfillStep> steps,
            long position,
            List<ItemChange> items) {}

    /// The position that the store has reached: every change up to it can be read.
    public long position() {
        return position;
    }

    Application prepare(List<Commit> commits) {
        WriteBatch batch = new WriteBatch();
        List<ItemChange> items = new ArrayList<>();
        List<CatalogChange> changes = new ArrayList<>();
        List<RequestToken> recorded = new ArrayList<>();
        List<BackfillStep> steps = new ArrayList<>();
        IndexMaintainer indexes = new IndexMaintainer(indexTotals, backfills, batch);
        for (Commit commit : commits) {
            switch (commit) {
                case Commit.OfItems(var of, _, var token, var documents) -> {
                    items.addAll(of);
                    count(of);
                    Documents.write(documents, batch);
                    if (token != null) {
                        recorded.add(token);
                    }
                }
                case Commit.OfCatalog(_, List<CatalogChange> of) -> changes.addAll(of);
                case Commit.OfBackfill chunk -> {
                    items.addAll(write(chunk, batch, indexes));
                    steps.add(chunk.step());
                    changes.addAll(chunk.changes());
                }
            }
        }
        items.forEach(change -> write(change, batch, indexes));
        if (!changes.isEmpty()) {
            CatalogRows.write(changes, catalog.state().with(changes).counters(), batch);
        }
        long reached = commits.getLast().position();
        tokens.write(recorded, HybridClock.millis(reached), batch);
        batch.put(
                Keyspace.META,
                Keyspace.positionKey(),
                new TupleWriter().uint64(reached).toByteArray());
        return new Application(
                batch, changes, totals.write(items, batch), indexes.end(), steps, reached, items);
    }

    void publish(Application application) {
        boolean hadDestinations = !catalog.state().destinations().isEmpty();
        totals.apply(application.totals());
        indexTotals.apply(application.indexTotals());
        application.steps().forEach(backfills::apply);
        // Last of what readers see: who finds an index ACTIVE also finds its totals complete.
        if (!application.catalogChanges().isEmpty()) {
            catalog.apply(application.catalogChanges());
            application.catalogChanges().forEach(this::forget);
        }
        position = application.position();
        news.tell(application.items(), application.catalogChanges());
        if (hadDestinations || !catalog.state().destinations().isEmpty()) {
            outboxes.tell();
        }
    }

    // Items that are restored are no load that a partition would have to be split for.
    private void count(List<ItemChange> changes) {
        for (ItemChange change : changes) {
            heat.count(change, HybridClock.millis(change.position()));
        }
    }

    private void forget(CatalogChange change) {
        if (change instanceof CatalogChange.RemoveTable(var table)) {
            totals.remove(table.id());
            heat.remove(table.id());
            indexTotals.removeAll(table.id());
            backfills.removeAll(table.id());
        } else if (change instanceof CatalogChange.RemoveIndex(var table, int indexId)) {
            indexTotals.remove(table.id(), indexId);
            backfills.remove(Backfill.ofIndex(table.id(), indexId));
        }
    }

    // A chunk is a group of its own, so nothing else in the batch concerns its items. Those that it
    // adds to a table are returned.
    private static List<ItemChange> write(
            Commit.OfBackfill chunk, WriteBatch batch, IndexMaintainer indexes) {
        Backfill backfill = chunk.step().backfill();
        BackfillProgress.write(chunk.step(), batch);
        return switch (backfill.kind()) {
            case INDEX -> {
                indexes.fill(chunk.table(), backfill.number(), chunk.items());
                yield List.of();
            }
            case BACKUP -> {
                BackupRows.write(backfill.number(), chunk.table(), chunk.items(), batch);
                yield List.of();
            }
            case RESTORE -> chunk.items().stream().map(item -> restored(chunk, item)).toList();
        };
    }

    private static ItemChange restored(Commit.OfBackfill chunk, Item item) {
        Table table = chunk.table();
        PrimaryKey key = ItemKeys.ofStored(table.keySchema(), item);
        return new ItemChange(
                table, key, RowKey.of(table.id(), key), null, item, chunk.position(), false);
    }

    private void write(ItemChange change, WriteBatch batch, IndexMaintainer indexes) {
        byte[] key = change.rowKey().bytes();
        if (change.after() == null) {
            batch.delete(Keyspace.ITEMS, key);
        } else {
            batch.put(Keyspace.ITEMS, key, RowValue.encode(change.after()));
        }
        indexes.write(change);
        streams.append(
                catalog.state(),
                change.table(),
                change.rowKey().hash(),
                change.position(),
                change.table().keySchema().itemOf(change.key()),
                change.before(),
                change.after(),
                change.expired(),
                batch);
        ExpiryRows.write(change, batch);
        HistoryRows.write(change, batch);
        OutboxRows.write(catalog.state(), change, batch);
    }
}
