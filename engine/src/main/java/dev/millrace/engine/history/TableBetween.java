package dev.millrace.engine.history;

import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.store.Reader;

import org.jspecify.annotations.Nullable;

/// The items of a table that changed behind the position `from`, up to the position `to`.
///
/// @param from not before the history's beginning, nor in a bucket that it has dropped
/// @param to not before `from`
public record TableBetween(int tableId, TableHistory history, long from, long to) {
    public TableBetween {
        Past.require(history, from);
        if (Long.compareUnsigned(to, from) < 0) {
            throw new IllegalArgumentException("the end is before the beginning");
        }
    }

    /// A cursor over those whose rows are behind the row `after`, over all if it is null. It must
    /// be closed.
    ///
    /// @param store a snapshot, or a store that nobody writes to
    public ChangeCursor open(Reader store, byte @Nullable [] after) {
        return new ChangeCursor(
                store, new HistoryWalk(store, tableId, history, from, Past.itemOf(after)), this);
    }
}
