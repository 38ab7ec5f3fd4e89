package dev.millrace.model.request;

import dev.millrace.model.backup.RestoreOverrides;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Makes a table out of another as that was at a moment.
///
/// @param sourceTableArn names the other table, if its name does not
/// @param restoreDateTime null for the latest moment
public record RestoreTableToPointInTimeRequest(
        @Nullable String sourceTableArn,
        @Nullable String sourceTableName,
        String targetTableName,
        boolean useLatestRestorableTime,
        @Nullable Instant restoreDateTime,
        RestoreOverrides overrides) {}
