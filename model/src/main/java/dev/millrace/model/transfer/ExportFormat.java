package dev.millrace.model.transfer;

/// How the items of an export are written.
public enum ExportFormat {
    DYNAMODB_JSON,
    ION
}
