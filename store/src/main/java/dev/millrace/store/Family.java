package dev.millrace.store;

/// A column family: one ordered key space of its own inside a store.
///
/// Families share nothing but the batch: one batch may change several of them, and does so
/// atomically.
///
/// @param name what the family is called on disk; never empty, unique in its store, never changed
///   once data exists
/// @param use how the family is read and written, so that a store can lay it out well
/// @param sequenceBytes how many of the first bytes of its keys tell which of several ascending
///   sequences a pair belongs to; 0 if there is but one, or none. A hint on layout as well
public record Family(String name, Use use, int sequenceBytes) {

    public Family {
        if (name.isBlank()) {
            throw new IllegalArgumentException("family name is blank");
        }
    }

    /// A family of one sequence, or none.
    public Family(String name, Use use) {
        this(name, use, 0);
    }

    /// The way in which a family is read and written. A hint on layout: all uses give the same
    /// answers.
    public enum Use {
        /// Random point reads and writes.
        ROWS,
        /// Ascending appends and range reads; dropped from the front.
        RECORDS,
        /// As [#RECORDS], and what was written at one time is dropped at about one time, whichever
        /// sequence it belongs to.
        PASSING_RECORDS
    }
}
