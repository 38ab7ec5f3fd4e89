package dev.millrace.model.table;

/// Where a table is in its life.
public enum TableStatus {
    CREATING,
    UPDATING,
    DELETING,
    ACTIVE
}
