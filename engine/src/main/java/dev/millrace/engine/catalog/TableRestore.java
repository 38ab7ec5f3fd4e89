package dev.millrace.engine.catalog;

import java.time.Instant;

/// That a table is being filled from the past of another, or by an import, until it is ACTIVE.
///
/// @param sourceTableName the table that the items were in; that of an import its own
/// @param moment which they are of
/// @param isFull whether the table has all of them
public record TableRestore(
        RestoreSource source, String sourceTableName, Instant moment, boolean isFull) {
    /// A restore that has not begun to fill its table.
    public static TableRestore begin(RestoreSource source, String sourceTableName, Instant moment) {
        return new TableRestore(source, sourceTableName, moment, false);
    }

    /// Whether the items are handed in, and not read from the store.
    public boolean isImport() {
        return source instanceof RestoreSource.OfImport;
    }

    TableRestore full() {
        return new TableRestore(source, sourceTableName, moment, true);
    }
}
