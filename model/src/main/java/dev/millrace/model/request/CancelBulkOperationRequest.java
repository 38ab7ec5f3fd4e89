package dev.millrace.model.request;

/// Asks that a bulk operation stop.
public record CancelBulkOperationRequest(String bulkOperationArn) {}
