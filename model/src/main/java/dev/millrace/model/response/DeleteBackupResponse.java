package dev.millrace.model.response;

import dev.millrace.model.backup.BackupDescription;

/// The backup that is no more.
public record DeleteBackupResponse(BackupDescription backupDescription) {}
