package dev.millrace.model.request;

/// Whether the answer tells the capacity that the request used.
public enum ReturnConsumedCapacity {
    INDEXES,
    TOTAL,
    NONE
}
