package dev.millrace.engine.keyspace;

import dev.millrace.store.StoreException;

/// A data directory that a later version of Millrace has written, which this one must not touch.
public final class NewerFormatException extends StoreException {
    private static final long serialVersionUID = 1;

    NewerFormatException(long found) {
        super("data directory has a newer format than this version of Millrace can read");
        with("format", found).with("newestKnown", FormatVersion.CURRENT);
    }
}
