package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Switches the recovery of a table to a point in time on or off.
///
/// @param recoveryPeriodInDays from 1 to 35; null if the request says nothing about it
public record UpdateContinuousBackupsRequest(
        String tableName,
        boolean pointInTimeRecoveryEnabled,
        @Nullable Integer recoveryPeriodInDays) {}
