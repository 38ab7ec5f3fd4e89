package dev.millrace.server.backup;

import org.jspecify.annotations.Nullable;

/// A backup that could not be made or put back, in a sentence for whoever asked for it.
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
