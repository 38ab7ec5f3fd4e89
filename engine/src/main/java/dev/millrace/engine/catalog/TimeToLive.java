package dev.millrace.engine.catalog;

import dev.millrace.model.value.Binary;

import org.jspecify.annotations.Nullable;

/// How the items of a table expire that has time to live switched on.
///
/// @param attributeName the top-level attribute that holds the second since 1970 at which an item
///   expires
/// @param backfilledTo how far the items from before the switch are entered in the expiry index:
///   the row key of the last one that was looked at, empty at the beginning, null once all are
public record TimeToLive(String attributeName, @Nullable Binary backfilledTo) {
    /// The beginning, with no item entered yet.
    public static TimeToLive begin(String attributeName) {
        return new TimeToLive(attributeName, Binary.of(new byte[0]));
    }

    /// Whether every item is entered in the expiry index.
    public boolean isComplete() {
        return backfilledTo == null;
    }
}
