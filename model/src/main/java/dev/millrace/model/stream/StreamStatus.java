package dev.millrace.model.stream;

/// Where a stream is in its life.
public enum StreamStatus {
    ENABLING,
    ENABLED,
    DISABLING,
    DISABLED
}
