package dev.millrace.store;

import org.jspecify.annotations.Nullable;

/// Stored bytes that are not what was written, or are gone. No waiting cures that: the data has to
/// be restored from a backup, or what is left of it saved.
public final class DamagedStoreException extends StoreException {
    private static final long serialVersionUID = 1;

    public DamagedStoreException(String message) {
        super(message);
    }

    public DamagedStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
