package dev.millrace.transfer.kinesis;

/// Who is told when a stream stops taking records and when it takes them again.
public interface DeliveryLog {
    /// Tells of trouble: at its beginning, and of each record that is left out.
    void trouble(String line);

    /// Tells of its end.
    void recovered(String line);

    /// Tells of a fault of ours.
    void fault(String what, Throwable cause);
}
