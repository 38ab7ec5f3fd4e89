package dev.millrace.model.response;

import dev.millrace.model.request.ImportTableRequest;
import dev.millrace.model.transfer.Failure;
import dev.millrace.model.transfer.ImportCounts;
import dev.millrace.model.transfer.ImportStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// An import as DescribeImport shows it.
///
/// @param tableId null until the table has been created
/// @param logGroupArn where errors are said to be logged
/// @param endTime null while it goes on
/// @param failure null unless it has failed
public record ImportDescription(
        String importArn,
        ImportStatus status,
        String tableArn,
        @Nullable String tableId,
        ImportTableRequest request,
        String logGroupArn,
        Instant startTime,
        @Nullable Instant endTime,
        ImportCounts counts,
        @Nullable Failure failure) {
    /// The same import once its table is there.
    public ImportDescription withTableId(String id) {
        return new ImportDescription(
                importArn,
                status,
                tableArn,
                id,
                request,
                logGroupArn,
                startTime,
                endTime,
                counts,
                failure);
    }

    /// The same import with other counts.
    public ImportDescription withCounts(ImportCounts next) {
        return new ImportDescription(
                importArn,
                status,
                tableArn,
                tableId,
                request,
                logGroupArn,
                startTime,
                endTime,
                next,
                failure);
    }

    /// The same import once it has ended.
    ///
    /// @param reason why it has failed; null if it has not
    public ImportDescription ended(Instant moment, @Nullable Failure reason) {
        return new ImportDescription(
                importArn,
                reason == null ? ImportStatus.COMPLETED : ImportStatus.FAILED,
                tableArn,
                tableId,
                request,
                logGroupArn,
                startTime,
                moment,
                counts,
                reason);
    }
}
