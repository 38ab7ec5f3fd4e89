package dev.millrace.model.backup;

/// How far the life of a backup has come.
public enum BackupStatus {
    /// Its items are being copied.
    CREATING,
    /// Only the answer to its deletion shows this.
    DELETED,
    /// It can be restored.
    AVAILABLE
}
