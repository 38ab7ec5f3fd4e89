package dev.millrace.model.backup;

/// Who had a backup made.
public enum BackupType {
    /// A client.
    USER,
    /// The deletion of a table that could be restored to a moment.
    SYSTEM,
    /// Another service of Amazon's; here there are none.
    AWS_BACKUP
}
