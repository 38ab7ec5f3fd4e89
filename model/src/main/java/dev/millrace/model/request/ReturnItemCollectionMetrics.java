package dev.millrace.model.request;

/// Whether the answer tells the size of the item collection (tables with local indexes only).
public enum ReturnItemCollectionMetrics {
    SIZE,
    NONE
}
