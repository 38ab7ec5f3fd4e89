package dev.millrace.engine.commit;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogRows;
import dev.millrace.engine.document.Documents;
import dev.millrace.engine.item.ItemChange;
import dev.millrace.engine.item.TableTotals;
import dev.millrace.engine.item.TableTotals.Totals;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.engine.stream.Arrivals;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.stream.StreamAppender;
import dev.millrace.engine.token.RequestToken;
import dev.millrace.engine.token.RequestTokens;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.tuple.TupleWriter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Turns commits into one atomic store batch: item rows, stream records, totals, request tokens,
/// catalog rows, the position reached. Nothing else ever writes any of these.
///
/// Used by one thread, in the order of the log. A batch follows from the commits and the state
/// before them alone.
public final class Applier {
    private final Catalog catalog;
    private final TableTotals totals;
    private final StreamAppender streams;
    private final RequestTokens tokens;
    private final News news;
    private volatile long position;

    /// An applier whose store has reached `position`.
    ///
    /// @param arrivals who waits for records
    public Applier(
            Catalog catalog,
            TableTotals totals,
            StreamAppender streams,
            RequestTokens tokens,
            Arrivals arrivals,
            long position) {
        this.catalog = catalog;
        this.totals = totals;
        this.streams = streams;
        this.tokens = tokens;
        this.news = new News(catalog, arrivals);
        this.position = position;
    }

    /// A batch that is ready to be written, with what is to be published afterwards.
    record Application(
            WriteBatch batch,
            List<CatalogChange> catalogChanges,
            Map<Integer, Totals> totals,
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
        for (Commit commit : commits) {
            switch (commit) {
                case Commit.OfItems(var of, _, var token, var documents) -> {
                    items.addAll(of);
                    Documents.write(documents, batch);
                    if (token != null) {
                        recorded.add(token);
                    }
                }
                case Commit.OfCatalog(_, List<CatalogChange> of) -> changes.addAll(of);
            }
        }
        items.forEach(change -> write(change, batch));
        if (!changes.isEmpty()) {
            CatalogRows.write(changes, catalog.state().with(changes).counters(), batch);
        }
        long reached = commits.getLast().position();
        tokens.write(recorded, HybridClock.millis(reached), batch);
        batch.put(
                Keyspace.META,
                Keyspace.positionKey(),
                new TupleWriter().uint64(reached).toByteArray());
        return new Application(batch, changes, totals.write(items, batch), reached, items);
    }

    void publish(Application application) {
        if (!application.catalogChanges().isEmpty()) {
            catalog.apply(application.catalogChanges());
        }
        totals.apply(application.totals());
        application.catalogChanges().forEach(this::forget);
        position = application.position();
        news.tell(application.items(), application.catalogChanges());
    }

    private void forget(CatalogChange change) {
        if (change instanceof CatalogChange.RemoveTable(var table)) {
            totals.remove(table.id());
        }
    }

    private void write(ItemChange change, WriteBatch batch) {
        byte[] key = change.rowKey().bytes();
        if (change.after() == null) {
            batch.delete(Keyspace.ITEMS, key);
        } else {
            batch.put(Keyspace.ITEMS, key, RowValue.encode(change.after()));
        }
        streams.append(
                catalog.state(),
                change.table(),
                change.rowKey().hash(),
                change.position(),
                change.table().keySchema().itemOf(change.key()),
                change.before(),
                change.after(),
                batch);
    }
}
