package dev.millrace.model.table;

/// The kinds of secondary index: a local one shares the table's partition key and is made with the
/// table; a global one has a key and a throughput of its own and comes and goes; one of vectors is
/// searched for what is near, and comes and goes as well.
public enum IndexKind {
    LOCAL,
    GLOBAL,
    VECTOR
}
