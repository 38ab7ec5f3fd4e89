package dev.millrace.model.backup;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What is told of a backup itself.
///
/// @param backupExpiryDateTime when it goes by itself; null if it stays
public record BackupDetails(
        String backupArn,
        String backupName,
        long backupSizeBytes,
        BackupStatus backupStatus,
        BackupType backupType,
        Instant backupCreationDateTime,
        @Nullable Instant backupExpiryDateTime) {}
