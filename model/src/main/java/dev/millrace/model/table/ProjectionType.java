package dev.millrace.model.table;

/// Which attributes of an item its entry in an index holds, beside the keys of table and index:
/// all, none, or some that are named.
public enum ProjectionType {
    ALL,
    KEYS_ONLY,
    INCLUDE
}
