package dev.millrace.store;

/// What has happened to a batch by the time that its write returns. A store in memory loses
/// everything with its process.
public enum Durability {
    /// The batch, and every batch written before it, is on stable storage (after fsync) and
    /// survives a power failure.
    SYNC,
    /// The operating system has the batch: it survives the end of this process, but not a power
    /// failure.
    RELAXED
}
