package dev.millrace.model.request;

/// Whether a failed condition's error shows the item.
public enum ReturnValuesOnConditionCheckFailure {
    ALL_OLD,
    NONE
}
