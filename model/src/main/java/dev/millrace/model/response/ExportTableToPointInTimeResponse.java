package dev.millrace.model.response;

import dev.millrace.model.transfer.ExportDescription;

/// The answer to ExportTableToPointInTime and DescribeExport.
public record ExportTableToPointInTimeResponse(ExportDescription description) {}
