package dev.millrace.model.table;

/// Whether a table's items expire.
public enum TimeToLiveStatus {
    ENABLING,
    DISABLING,
    ENABLED,
    DISABLED
}
