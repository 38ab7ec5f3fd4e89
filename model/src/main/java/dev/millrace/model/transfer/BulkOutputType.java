package dev.millrace.model.transfer;

/// What a bulk operation reports of items that it did not write.
public enum BulkOutputType {
    /// What is no item, or not one for the table.
    ERROR,
    /// What does not meet its condition.
    CONDITION_CHECK_FAILURE
}
