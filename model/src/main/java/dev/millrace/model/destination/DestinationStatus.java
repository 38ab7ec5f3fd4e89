package dev.millrace.model.destination;

/// How a Kinesis streaming destination stands.
public enum DestinationStatus {
    ENABLING,
    ACTIVE,
    DISABLING,
    DISABLED,
    ENABLE_FAILED,
    UPDATING
}
