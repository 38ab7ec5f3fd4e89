package dev.millrace.wire.value;

/// The layer of AWS's servers that checks the attribute values of an operation, which decides how
/// it words what is wrong with one (public captures from four regions, 9 October 2026).
public enum ValueLayer {
    /// That of `PutItem`, `UpdateItem` and `DeleteItem`: faults are counted, wherever the value
    /// stands.
    WRITE,
    /// That of `GetItem`, `BatchGetItem` and `Query`: the same words without the count.
    READ,
    /// That of `BatchWriteItem`, of both transactions and of `Scan`: older words, which tell of a
    /// placeholder or a start key that the value belongs to.
    OLDER
}
