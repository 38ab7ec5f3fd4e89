package dev.millrace.model.transfer;

/// How the items that are to be imported are written.
public enum InputFormat {
    DYNAMODB_JSON,
    ION,
    CSV
}
