package dev.millrace.model.transfer;

/// How far an import has come. None is ever cancelled, since nothing can be asked to do so.
public enum ImportStatus {
    IN_PROGRESS,
    COMPLETED,
    FAILED
}
