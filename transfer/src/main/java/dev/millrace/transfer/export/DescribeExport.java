package dev.millrace.transfer.export;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DescribeExportRequest;
import dev.millrace.model.response.ExportTableToPointInTimeResponse;
import dev.millrace.transfer.job.JobDocuments;
import dev.millrace.transfer.job.JobNames;

/// Tells of an export.
public record DescribeExport(JobDocuments documents)
        implements Operation<DescribeExportRequest, ExportTableToPointInTimeResponse> {
    @Override
    public ExportTableToPointInTimeResponse execute(DescribeExportRequest request) {
        return JobNames.idOf(request.exportArn(), "export")
                .flatMap(documents::find)
                .map(document -> ExportDocument.decode(document).description())
                .filter(found -> found.exportArn().equals(request.exportArn()))
                .map(ExportTableToPointInTimeResponse::new)
                .orElseThrow(() ->
                        new ApiException(
                                ApiError.EXPORT_NOT_FOUND,
                                "Export not found: " + request.exportArn()));
    }
}
