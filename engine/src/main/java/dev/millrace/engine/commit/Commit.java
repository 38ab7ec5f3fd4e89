package dev.millrace.engine.commit;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.item.ItemChange;

import java.util.List;

/// The outcome of a command: what changes, in order. It never changes nothing.
public sealed interface Commit {
    /// The last position that the commit takes in the log.
    long position();

    /// Changes of items.
    record OfItems(List<ItemChange> changes) implements Commit {
        @Override
        public long position() {
            return changes.getLast().position();
        }
    }

    /// Changes of tables, streams and shards.
    record OfCatalog(long position, List<CatalogChange> changes) implements Commit {}
}
