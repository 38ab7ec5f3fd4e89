package dev.millrace.store;

import org.jspecify.annotations.Nullable;

/// The refusal of a write for which the storage has no room. Once there is room again, {@link
/// Store#recover()} makes the store take writes.
public final class StoreFullException extends StoreException {
    private static final long serialVersionUID = 1;

    public StoreFullException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
