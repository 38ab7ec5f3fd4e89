package dev.millrace.model.response;

import dev.millrace.model.backup.BackupDescription;

/// The backup that was asked about.
public record DescribeBackupResponse(BackupDescription backupDescription) {}
