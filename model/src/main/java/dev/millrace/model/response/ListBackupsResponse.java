package dev.millrace.model.response;

import dev.millrace.model.backup.BackupSummary;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A page of backups.
///
/// @param lastEvaluatedBackupArn null if there are no more
public record ListBackupsResponse(
        List<BackupSummary> backupSummaries, @Nullable String lastEvaluatedBackupArn) {}
