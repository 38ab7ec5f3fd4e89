package dev.millrace.model.table;

/// Where a global secondary index is in its life. Local ones have the table's.
public enum IndexStatus {
    CREATING,
    UPDATING,
    DELETING,
    ACTIVE
}
