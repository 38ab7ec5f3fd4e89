package dev.millrace.engine;

import dev.millrace.engine.backfill.BackfillProgress;
import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogRows;
import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.engine.commit.Applier;
import dev.millrace.engine.commit.LocalCommitLog;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.index.IndexTotals;
import dev.millrace.engine.index.ItemCollections;
import dev.millrace.engine.insight.Contributors;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.item.TableTotals;
import dev.millrace.engine.item.WriteHeat;
import dev.millrace.engine.operation.DestinationAccess;
import dev.millrace.engine.operation.ItemAccess;
import dev.millrace.engine.operation.TableAccess;
import dev.millrace.engine.outbox.OutboxNews;
import dev.millrace.engine.outbox.OutboxReader;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.stream.StreamAppender;
import dev.millrace.engine.stream.StreamWatch;
import dev.millrace.engine.throttle.TableThrottle;
import dev.millrace.engine.throttle.Throttle;
import dev.millrace.engine.token.RequestTokens;
import dev.millrace.expression.ExpressionParser;
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
        OutboxNews outboxes,
        long position) {
    static StoredState load(Reader store) {
        return new StoredState(
                new Catalog(CatalogRows.load(store)),
                TableTotals.load(store),
                IndexTotals.load(store),
                BackfillProgress.load(store),
                new RequestTokens(store),
                new OutboxNews(),
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
                outboxes,
                position);
    }

    DestinationAccess destinations(Store store, TableAccess tables) {
        OutboxReader reader = new OutboxReader(store, tables.names().region());
        return new DestinationAccess(tables, reader, outboxes);
    }

    private ItemCollections collections(Store store, TableBehaviour tables) {
        return new ItemCollections(totals, indexTotals, store, tables.itemCollectionBytesMax());
    }

    Sequencer sequencer(
            EngineOptions options, LocalCommitLog log, ItemRows rows, HybridClock clock) {
        return new Sequencer(
                log,
                catalog,
                rows,
                tokens,
                clock,
                options.threads(),
                options.bounds().writes(),
                options.bounds().nanoTime());
    }

    ItemAccess items(
            EngineOptions options,
            Store store,
            ItemRows rows,
            Sequencer sequencer,
            ResourceNames names) {
        Throttle throttle =
                options.tables().throttling()
                        ? new TableThrottle(catalog, names, options.clock())
                        : Throttle.NONE;
        return new ItemAccess(
                catalog,
                rows,
                new ExpressionParser(),
                sequencer,
                throttle,
                collections(store, options.tables()),
                options.bounds().memory(),
                true,
                new Contributors(catalog, options.clock()));
    }
}
