package dev.millrace.model.stream;

/// What happened to the item of a stream record.
public enum EventName {
    INSERT,
    MODIFY,
    REMOVE
}
