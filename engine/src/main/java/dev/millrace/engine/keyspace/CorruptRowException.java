package dev.millrace.engine.keyspace;

import dev.millrace.store.StoreException;

/// A stored row that is not what its key promises.
public final class CorruptRowException extends StoreException {
    private static final long serialVersionUID = 1;

    /// A row found corrupt for the reason that `message`, a constant, tells.
    public CorruptRowException(String message) {
        super(message);
    }

    /// A row found corrupt because its bytes could not be read as what they should be.
    public CorruptRowException(String message, Throwable cause) {
        super(message, cause);
    }
}
