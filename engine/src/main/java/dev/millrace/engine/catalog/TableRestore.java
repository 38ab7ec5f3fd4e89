package dev.millrace.engine.catalog;

import java.time.Instant;

/// That a table is being filled from the past of another, or by an import.
///
/// @param sourceTableName the table that the items were in; that of an import its own
/// @param moment which they are of
public record TableRestore(RestoreSource source, String sourceTableName, Instant moment) {
    /// Whether the items are handed in, and not read from the store.
    public boolean isImport() {
        return source instanceof RestoreSource.OfImport;
    }
}
