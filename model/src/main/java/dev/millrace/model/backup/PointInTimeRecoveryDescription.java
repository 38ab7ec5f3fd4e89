package dev.millrace.model.backup;

import java.time.Instant;

/// How far back a table can be restored.
///
/// @param recoveryPeriodInDays from 1 to 35
public record PointInTimeRecoveryDescription(
        Instant earliestRestorableDateTime,
        Instant latestRestorableDateTime,
        int recoveryPeriodInDays) {}
