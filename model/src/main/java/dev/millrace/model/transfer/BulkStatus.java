package dev.millrace.model.transfer;

/// How a bulk operation stands.
public enum BulkStatus {
    IN_PROGRESS,
    /// All items were dealt with, and none of them was an error.
    COMPLETED,
    COMPLETED_WITH_ERRORS,
    /// Somebody wants it to stop.
    CANCELLING,
    CANCELLED,
    FAILED
}
