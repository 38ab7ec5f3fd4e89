package dev.millrace.cli;

/// What the process answers to whoever started it.
final class ExitCode {
    /// The command did what it was asked.
    static final int SUCCESS = 0;

    /// The command failed.
    static final int FAILURE = 1;

    /// The command line or the configuration cannot be understood.
    static final int USAGE = 2;

    private ExitCode() {}
}
