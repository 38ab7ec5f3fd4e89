package dev.millrace.model.transfer;

/// How far an export has come.
public enum ExportStatus {
    IN_PROGRESS,
    COMPLETED,
    FAILED
}
