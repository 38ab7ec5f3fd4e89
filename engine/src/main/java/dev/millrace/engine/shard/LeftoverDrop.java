package dev.millrace.engine.shard;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.Leftover;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.Store;

import java.util.List;

/// Gives back the space of records that the catalog no longer knows, and then forgets them.
///
/// The records go first. A crash in between leaves the reminder, and the next run drops what is
/// left; that does no harm, since stream ids and shard numbers are never given twice.
public final class LeftoverDrop {
    /// The most leftovers of one run.
    public static final int DROPPED_MAX = 1_024;

    private final Store store;
    private final Catalog catalog;
    private final Sequencer sequencer;

    /// Drops leftovers of `store`.
    public LeftoverDrop(Store store, Catalog catalog, Sequencer sequencer) {
        this.store = store;
        this.catalog = catalog;
        this.sequencer = sequencer;
    }

    /// Drops what is left over now, at most [#DROPPED_MAX].
    public void run() {
        List<Leftover> left = catalog.state().leftovers().stream().limit(DROPPED_MAX).toList();
        if (left.isEmpty()) {
            return;
        }
        left.forEach(leftover -> store.dropRange(Keyspace.RECORDS, leftover.records()));
        sequencer.submit(
                (CatalogCommand<Boolean>)
                        evaluation -> {
                            left.forEach(each ->
                                    evaluation.change(new CatalogChange.RemoveLeftover(each)));
                            return true;
                        });
    }
}
