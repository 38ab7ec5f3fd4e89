package dev.millrace.engine.catalog;

import dev.millrace.model.backup.BackupStatus;
import dev.millrace.model.backup.BackupType;
import dev.millrace.model.stream.StreamViewType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A copy of a table as it was at a position of the log.
///
/// @param id names the backup in row keys; never given twice
/// @param suffix what stands for the backup in its ARN behind the table's
/// @param position that of the commit that asked for it
/// @param created the moment of that commit
/// @param expiry when it goes by itself; null if it stays
/// @param source the table as it was, without its past
/// @param stream what its stream showed; null if it had none
/// @param items how many items it has, once it is AVAILABLE
/// @param bytes their size by DynamoDB's formula
public record Backup(
        int id,
        String suffix,
        String name,
        BackupType type,
        BackupStatus status,
        long position,
        Instant created,
        @Nullable Instant expiry,
        Table source,
        @Nullable StreamViewType stream,
        long items,
        long bytes) {
    private static final String BETWEEN = "/backup/";

    /// The backup of a table that is named so in an ARN.
    public static String key(String tableName, String suffix) {
        return tableName + BETWEEN + suffix;
    }

    /// What finds the backup: the end of its ARN.
    public String key() {
        return key(source.name(), suffix);
    }

    /// The same backup in another status.
    public Backup withStatus(BackupStatus next) {
        return new Backup(
                id, suffix, name, type, next, position, created, expiry, source, stream, items,
                bytes);
    }
}
