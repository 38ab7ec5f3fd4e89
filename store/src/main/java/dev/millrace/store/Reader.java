package dev.millrace.store;

import org.jspecify.annotations.Nullable;

/// Something that key-value pairs can be read from: a store or a snapshot of one. Safe for many
/// threads at once.
///
/// Every method throws {@link IllegalStateException} once the reader or its store is closed, {@link
/// IllegalArgumentException} for a family that the store was not opened with, and {@link
/// StoreException} if the storage fails.
public interface Reader {

    /// The value at `key`, or null if there is none.
    byte @Nullable [] get(Family family, byte[] key);

    /// A cursor over the pairs whose keys lie in `range`. It sees the reader as it stands now,
    /// whatever is written later, and must be closed. One thread at a time may use it.
    Cursor scan(Family family, KeyRange range, Direction direction);
}
