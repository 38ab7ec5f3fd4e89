package dev.millrace.engine.commit;

/// Whether a log takes commits.
public sealed interface LogState {
    /// It does.
    record Writable() implements LogState {}

    /// It does not, while everything in it can be read.
    ///
    /// @param cause why, for whoever runs the server
    /// @param needsRestart whether waiting is in vain: only a new start finds out what became of
    ///   the last commits, or only a backup can bring back what is damaged
    record ReadOnly(String cause, boolean needsRestart) implements LogState {}
}
