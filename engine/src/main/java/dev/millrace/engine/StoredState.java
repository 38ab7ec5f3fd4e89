package dev.millrace.engine;

import dev.millrace.engine.backfill.BackfillProgress;
import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogRows;
import dev.millrace.engine.commit.Applier;
import dev.millrace.engine.index.IndexTotals;
import dev.millrace.engine.index.ItemCollections;
import dev.millrace.engine.item.TableTotals;
import dev.millrace.engine.item.WriteHeat;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.stream.StreamAppender;
import dev.millrace.engine.stream.StreamWatch;
import dev.millrace.engine.token.RequestTokens;
import dev.millrace.store.Reader;
import dev.millrace.store.Store;

/// What the engine keeps in memory of its store, as it was when the engine was opened; the applier
/// keeps it up to date.
///
/// @param position the last position of the log whose commit is in the store
record StoredState(
        Catalog catalog,
        TableTotals totals,
        IndexTotals indexTotals,
        BackfillProgress backfills,
        RequestTokens tokens,
        long position) {
    static StoredState load(Reader store) {
        return new StoredState(
                new Catalog(CatalogRows.load(store)),
                TableTotals.load(store),
                IndexTotals.load(store),
                BackfillProgress.load(store),
                new RequestTokens(store),
                HybridClock.lastIn(store));
    }

    Applier applier(WriteHeat heat, StreamWatch watch) {
        return new Applier(
                catalog,
                totals,
                new StreamAppender(watch.traffic()),
                tokens,
                heat,
                indexTotals,
                backfills,
                watch.arrivals(),
                position);
    }

    ItemCollections collections(Store store, TableBehaviour tables) {
        return new ItemCollections(totals, indexTotals, store, tables.itemCollectionBytesMax());
    }
}
