package dev.millrace.store;

/// A position in a scan. It starts before the first pair; each {@link #next()} moves it to the next
/// one.
///
/// For one thread at a time. Every method but {@link #close()} throws {@link IllegalStateException}
/// once the cursor or its store is closed; closing twice does nothing.
public interface Cursor extends AutoCloseable {

    /// Moves to the next pair. False means that there is none, and stays the answer from then on.
    ///
    /// @throws StoreException if the storage fails
    boolean next();

    /// The key of the pair that the cursor stands on.
    ///
    /// @throws IllegalStateException if it stands on none
    byte[] key();

    /// The value of the pair that the cursor stands on.
    ///
    /// @throws IllegalStateException if it stands on none
    byte[] value();

    @Override
    void close();
}
