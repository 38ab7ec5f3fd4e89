package dev.millrace.triggers.destination;

/// Something that takes failure reports. Safe for many threads.
@FunctionalInterface
public interface Destination {
    /// Takes the report, and returns once it has it.
    ///
    /// @throws DeliveryException if it cannot take it; the report is then lost, and is not tried
    ///   again
    void deliver(FailureReport report);
}
