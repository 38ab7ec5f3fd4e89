package dev.millrace.model.request;

/// Describes an export.
public record DescribeExportRequest(String exportArn) {}
