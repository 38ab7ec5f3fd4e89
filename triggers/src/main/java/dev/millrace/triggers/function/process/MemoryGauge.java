package dev.millrace.triggers.function.process;

/// Tells how much memory processes take up.
@FunctionalInterface
public interface MemoryGauge {
    /// The bytes that a process and all that it started keep in memory; 0 if that is not known.
    long bytes(ProcessHandle process);
}
