package dev.millrace.engine.commit;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.item.ItemChange;
import dev.millrace.engine.token.RequestToken;
import dev.millrace.model.document.DocumentChange;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The outcome of a command: what changes, in order. It never changes nothing.
public sealed interface Commit {
    /// The last position that the commit takes in the log.
    long position();

    /// Changes of items, with the token of the transaction that made them; null if it has none. A
    /// transaction with a token may be without changes. With them, or alone, changes of documents.
    record OfItems(
            List<ItemChange> changes,
            long position,
            @Nullable RequestToken token,
            List<DocumentChange> documents)
            implements Commit {}

    /// Changes of tables, streams and shards.
    record OfCatalog(long position, List<CatalogChange> changes) implements Commit {}
}
