package dev.millrace.model.request;

import dev.millrace.model.backup.BackupType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Lists backups.
///
/// @param tableName null for those of all tables
/// @param limit the most to list, from 1 to 100
/// @param lowerBound the first moment of their creation; null for the first of all
/// @param upperBound the moment before which they were created; null for no end
/// @param backupType null for those of every type
public record ListBackupsRequest(
        @Nullable String tableName,
        int limit,
        @Nullable Instant lowerBound,
        @Nullable Instant upperBound,
        @Nullable String exclusiveStartBackupArn,
        @Nullable BackupType backupType) {}
