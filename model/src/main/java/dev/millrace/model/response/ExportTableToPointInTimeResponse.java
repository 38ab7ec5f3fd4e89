package dev.millrace.model.response;

/// The answer to ExportTableToPointInTime and DescribeExport.
public record ExportTableToPointInTimeResponse(ExportDescription description) {}
