package dev.millrace.wire.backup;

import dev.millrace.model.backup.PointInTimeRecoveryDescription;
import dev.millrace.wire.JsonOutput;

import org.jspecify.annotations.Nullable;

/// Writes how far back a table can be restored. Backups themselves are always possible, which is
/// what `ContinuousBackupsStatus` says (observed on AWS in October 2026).
final class RecoveryJson {
    private RecoveryJson() {}

    static void write(@Nullable PointInTimeRecoveryDescription recovery, JsonOutput output) {
        output.startObject("ContinuousBackupsDescription");
        output.text("ContinuousBackupsStatus", "ENABLED");
        output.startObject("PointInTimeRecoveryDescription");
        output.text("PointInTimeRecoveryStatus", recovery == null ? "DISABLED" : "ENABLED");
        if (recovery != null) {
            output.moment("EarliestRestorableDateTime", recovery.earliestRestorableDateTime());
            output.moment("LatestRestorableDateTime", recovery.latestRestorableDateTime());
            output.whole("RecoveryPeriodInDays", recovery.recoveryPeriodInDays());
        }
        output.endObject();
        output.endObject();
    }
}
