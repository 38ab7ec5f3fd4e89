package dev.millrace.model.request;

import dev.millrace.model.transfer.BucketTarget;
import dev.millrace.model.transfer.ExportFormat;
import dev.millrace.model.transfer.IncrementalSpecification;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Writes a table, or how it changed, into a bucket.
///
/// @param exportTime of when the table is to be; null for now
/// @param clientToken the same for the same request; null for none
/// @param incremental null for a whole table
public record ExportTableToPointInTimeRequest(
        String tableArn,
        @Nullable Instant exportTime,
        @Nullable String clientToken,
        BucketTarget target,
        @Nullable IncrementalSpecification incremental,
        ExportFormat format) {
    /// The same request with this token.
    public ExportTableToPointInTimeRequest withClientToken(String token) {
        return new ExportTableToPointInTimeRequest(
                tableArn, exportTime, token, target, incremental, format);
    }
}
