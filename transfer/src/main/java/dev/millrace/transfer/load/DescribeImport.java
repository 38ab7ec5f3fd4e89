package dev.millrace.transfer.load;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DescribeImportRequest;
import dev.millrace.model.response.ImportTableResponse;
import dev.millrace.transfer.job.JobDocuments;
import dev.millrace.transfer.job.JobNames;

/// Tells of an import.
public record DescribeImport(JobDocuments documents)
        implements Operation<DescribeImportRequest, ImportTableResponse> {
    @Override
    public ImportTableResponse execute(DescribeImportRequest request) {
        return JobNames.idOf(request.importArn(), "import")
                .flatMap(documents::find)
                .map(document -> ImportDocument.decode(document).description())
                .filter(found -> found.importArn().equals(request.importArn()))
                .map(ImportTableResponse::new)
                .orElseThrow(() ->
                        new ApiException(
                                ApiError.IMPORT_NOT_FOUND,
                                "Import not found: " + request.importArn()));
    }
}
