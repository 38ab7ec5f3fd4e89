package dev.millrace.model.request;

/// Asks about a bulk operation.
public record DescribeBulkOperationRequest(String bulkOperationArn) {}
