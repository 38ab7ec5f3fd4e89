package dev.millrace.model.response;

import dev.millrace.model.transfer.BulkStatus;

/// That a bulk operation will stop.
public record CancelBulkOperationResponse(String bulkOperationArn, BulkStatus status) {}
