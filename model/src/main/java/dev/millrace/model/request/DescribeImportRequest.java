package dev.millrace.model.request;

/// Describes an import.
public record DescribeImportRequest(String importArn) {}
