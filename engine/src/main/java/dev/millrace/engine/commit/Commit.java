package dev.millrace.engine.commit;

import dev.millrace.engine.backfill.BackfillStep;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.ItemChange;
import dev.millrace.engine.token.RequestToken;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The outcome of a command: what changes, in order. It never changes nothing.
public sealed interface Commit {
    /// The last position that the commit takes in the log.
    long position();

    /// The sizes of the items that it changes, as they were and as they are now.
    default long itemBytes() {
        return 0;
    }

    /// Changes of items, with the token of the transaction that made them; null if it has none. A
    /// transaction with a token may be without changes. With them, or alone, changes of documents.
    record OfItems(
            List<ItemChange> changes,
            long position,
            @Nullable RequestToken token,
            List<DocumentChange> documents)
            implements Commit {
        @Override
        public long itemBytes() {
            long bytes = 0;
            for (ItemChange change : changes) {
                bytes += size(change.before()) + size(change.after());
            }
            return bytes;
        }

        private static long size(@Nullable Item item) {
            return item == null ? 0 : item.sizeBytes();
        }
    }

    /// Changes of tables, streams and shards.
    record OfCatalog(long position, List<CatalogChange> changes) implements Commit {}

    /// The next chunk of a backfill, and changes of the catalog that go with it.
    ///
    /// @param table as it was when the chunk was read
    /// @param items those that the step passes
    record OfBackfill(
            long position,
            Table table,
            BackfillStep step,
            List<Item> items,
            List<CatalogChange> changes)
            implements Commit {}
}
