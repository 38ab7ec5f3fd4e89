package dev.millrace.bench.load;

/// What an answer with status 200 is worth.
public enum Verdict {
    /// What was asked for has been done.
    GOOD,

    /// It has been done in part: the server was too busy for the rest.
    THROTTLED,

    /// It is not what the table must have.
    WRONG
}
