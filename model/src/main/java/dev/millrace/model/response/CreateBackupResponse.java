package dev.millrace.model.response;

import dev.millrace.model.backup.BackupDetails;

/// The backup that is being made.
public record CreateBackupResponse(BackupDetails backupDetails) {}
