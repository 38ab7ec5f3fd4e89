package dev.millrace.model.backup;

/// A backup as a list shows it.
public record BackupSummary(
        BackupDetails backupDetails, String tableName, String tableId, String tableArn) {}
