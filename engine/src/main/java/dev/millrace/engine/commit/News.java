package dev.millrace.engine.commit;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.item.ItemChange;
import dev.millrace.engine.stream.Arrivals;
import dev.millrace.engine.stream.Place;
import dev.millrace.model.stream.StreamStatus;

import java.util.List;

/// Tells waiting readers of what has just been applied; for the applier's thread.
final class News {
    private final Catalog catalog;
    private final Arrivals arrivals;

    News(Catalog catalog, Arrivals arrivals) {
        this.catalog = catalog;
        this.arrivals = arrivals;
    }

    /// Tells of a batch that can be read from now on.
    void tell(List<ItemChange> items, List<CatalogChange> changes) {
        if (arrivals.isIdle()) {
            return;
        }
        items.forEach(this::tell);
        changes.forEach(this::tell);
    }

    // Changes of the catalog are never applied together with those of items, so the shard that is
    // open now is the one that took the record.
    private void tell(ItemChange change) {
        StreamShards stream = catalog.state().latestStreamOf(change.table());
        if (stream != null && stream.stream().status() == StreamStatus.ENABLED) {
            int number = stream.openShardOf(change.rowKey().hash()).number();
            arrivals.tell(Place.shard(stream.stream().id(), number));
        }
    }

    private void tell(CatalogChange change) {
        if (change instanceof CatalogChange.PutShard(var shard)) {
            arrivals.tell(Place.shard(shard.streamId(), shard.number()));
            arrivals.tell(Place.shardsOf(shard.streamId()));
        } else if (change instanceof CatalogChange.PutStream(var stream)) {
            arrivals.tell(Place.shardsOf(stream.id()));
        }
    }
}
