package dev.millrace.model.request;

/// The `ComparisonOperator` of a legacy condition on one attribute.
public enum LegacyOperator {
    EQ,
    NE,
    IN,
    LE,
    LT,
    GE,
    GT,
    BETWEEN,
    /// There is such an attribute, of whatever type.
    NOT_NULL,
    /// There is no such attribute.
    NULL,
    CONTAINS,
    NOT_CONTAINS,
    BEGINS_WITH
}
