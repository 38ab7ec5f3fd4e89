package dev.millrace.model.response;

/// What is told of a bulk operation, when it begins and later.
public record BulkOperationResponse(BulkOperationDescription description) {}
