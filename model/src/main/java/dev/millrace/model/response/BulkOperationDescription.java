package dev.millrace.model.response;

import dev.millrace.model.request.StartBulkPutItemsRequest;
import dev.millrace.model.transfer.BulkCounts;
import dev.millrace.model.transfer.BulkStatus;
import dev.millrace.model.transfer.Failure;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A bulk operation as DescribeBulkOperation shows it.
///
/// @param endTime null while it goes on
/// @param failure null unless it has failed or was cancelled
public record BulkOperationDescription(
        String bulkOperationArn,
        BulkStatus status,
        String tableId,
        StartBulkPutItemsRequest request,
        Instant startTime,
        @Nullable Instant endTime,
        BulkCounts counts,
        BulkUsage usage,
        @Nullable Failure failure) {
    /// The same operation in another status.
    public BulkOperationDescription withStatus(BulkStatus next) {
        return new BulkOperationDescription(
                bulkOperationArn,
                next,
                tableId,
                request,
                startTime,
                endTime,
                counts,
                usage,
                failure);
    }

    /// The same operation when it has come further.
    public BulkOperationDescription with(BulkCounts nextCounts, BulkUsage nextUsage) {
        return new BulkOperationDescription(
                bulkOperationArn,
                status,
                tableId,
                request,
                startTime,
                endTime,
                nextCounts,
                nextUsage,
                failure);
    }

    /// The same operation once it has ended.
    public BulkOperationDescription ended(
            BulkStatus last, Instant moment, @Nullable Failure reason) {
        return new BulkOperationDescription(
                bulkOperationArn, last, tableId, request, startTime, moment, counts, usage, reason);
    }
}
