package dev.millrace.engine.catalog;

/// Where the items of a table come from that is being restored or imported.
public sealed interface RestoreSource {
    /// A backup.
    ///
    /// @param key as [Backup#key] gives it
    record OfBackup(int backupId, String key) implements RestoreSource {}

    /// What a client has stored elsewhere, which is not read here but handed in.
    ///
    /// @param arn of the import
    record OfImport(String arn) implements RestoreSource {}

    /// Another table as it was at a position.
    record OfTable(int tableId, long position) implements RestoreSource {}
}
