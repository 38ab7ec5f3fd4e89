package dev.millrace.store;

/// The order in which a scan walks its range.
public enum Direction {
    /// From the smallest key to the largest.
    ASCENDING,
    /// From the largest key to the smallest.
    DESCENDING
}
