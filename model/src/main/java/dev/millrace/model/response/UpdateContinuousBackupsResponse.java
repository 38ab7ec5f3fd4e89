package dev.millrace.model.response;

import dev.millrace.model.backup.PointInTimeRecoveryDescription;

import org.jspecify.annotations.Nullable;

/// How far back the table can be restored.
///
/// @param pointInTimeRecovery null while that is switched off
public record UpdateContinuousBackupsResponse(
        @Nullable PointInTimeRecoveryDescription pointInTimeRecovery) {}
