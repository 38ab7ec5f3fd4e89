package dev.millrace.engine.catalog;

/// Where the items of a table come from that is being restored.
public sealed interface RestoreSource {
    /// A backup.
    ///
    /// @param key as [Backup#key] gives it
    record OfBackup(int backupId, String key) implements RestoreSource {}

    /// Another table as it was at a position.
    record OfTable(int tableId, long position) implements RestoreSource {}
}
