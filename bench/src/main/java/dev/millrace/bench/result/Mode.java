package dev.millrace.bench.result;

/// How what was measured came about.
public enum Mode {
    /// As many requests as the server answers: the rate is the result.
    CLOSED,

    /// Requests at fixed moments: their times are the result.
    OPEN,

    /// One after another: their times are the result.
    SINGLE
}
