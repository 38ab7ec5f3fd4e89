package dev.millrace.model.request;

/// Which attributes Query and Scan return.
public enum Select {
    SPECIFIC_ATTRIBUTES,
    COUNT,
    ALL_ATTRIBUTES,
    ALL_PROJECTED_ATTRIBUTES
}
