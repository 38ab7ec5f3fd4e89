package dev.millrace.engine.catalog;

/// Work under way that reads a table as it was at a position, and for which the table's history is
/// kept from there on.
///
/// @param number tells holds of one kind apart
/// @param position the earliest that is read
public record HistoryHold(Kind kind, int number, long position) {
    /// What kind of work it is.
    public enum Kind {
        /// A backup that is being made; its number is its id.
        BACKUP,
        /// A table that is being restored; its number is the new table's id.
        RESTORE,
        /// An export.
        EXPORT
    }
}
