package dev.millrace.model.response;

import dev.millrace.model.request.ExportTableToPointInTimeRequest;
import dev.millrace.model.transfer.ExportStatus;
import dev.millrace.model.transfer.Failure;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// An export as DescribeExport shows it.
///
/// @param request with its token and its moments, also where it left them out
/// @param manifest the key of the summary; null until it is written
/// @param endTime null while it goes on
/// @param failure null unless it has failed
public record ExportDescription(
        String exportArn,
        ExportStatus status,
        String tableId,
        ExportTableToPointInTimeRequest request,
        Instant startTime,
        @Nullable String manifest,
        @Nullable Instant endTime,
        long itemCount,
        long billedBytes,
        @Nullable Failure failure) {
    /// The same export with other counts.
    public ExportDescription withCounts(long items, long bytes) {
        return new ExportDescription(
                exportArn, status, tableId, request, startTime, manifest, endTime, items, bytes,
                failure);
    }

    /// The same export once it is complete.
    public ExportDescription completed(Instant moment, String summary) {
        return new ExportDescription(
                exportArn,
                ExportStatus.COMPLETED,
                tableId,
                request,
                startTime,
                summary,
                moment,
                itemCount,
                billedBytes,
                null);
    }

    /// The same export once it has failed.
    public ExportDescription failed(Instant moment, Failure reason) {
        return new ExportDescription(
                exportArn,
                ExportStatus.FAILED,
                tableId,
                request,
                startTime,
                manifest,
                moment,
                itemCount,
                billedBytes,
                reason);
    }
}
