package dev.millrace.store;

/// A column family: one ordered key space of its own inside a store.
///
/// Families share nothing but the batch: one batch may change several of them, and does so
/// atomically.
///
/// @param name what the family is called on disk; never empty, unique in its store, never changed
///   once data exists
/// @param use how the family is read and written, so that a store can lay it out well
public record Family(String name, Use use) {

    public Family {
        if (name.isBlank()) {
            throw new IllegalArgumentException("family name is blank");
        }
    }

    /// The way in which a family is read and written. A hint on layout: both uses give the same
    /// answers.
    public enum Use {
        /// Random point reads and writes.
        ROWS,
        /// Ascending appends and range reads; dropped from the front.
        RECORDS
    }
}
