package dev.millrace.model.request;

import dev.millrace.model.backup.RestoreOverrides;

/// Makes a table out of a backup.
public record RestoreTableFromBackupRequest(
        String targetTableName, String backupArn, RestoreOverrides overrides) {}
