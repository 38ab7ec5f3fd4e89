package dev.millrace.model.destination;

/// The unit in which the records of a destination tell when a change was made.
public enum ApproximateCreationDateTimePrecision {
    MILLISECOND,
    MICROSECOND
}
