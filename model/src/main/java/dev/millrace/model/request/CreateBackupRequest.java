package dev.millrace.model.request;

/// Makes a backup of a table.
///
/// @param backupName need not be unique
public record CreateBackupRequest(String tableName, String backupName) {}
