package dev.millrace.server;

import org.jspecify.annotations.Nullable;

/// Why a server could not start. The message is one sentence for the person who started it.
public final class StartupException extends RuntimeException {

    public StartupException(String message) {
        super(message);
    }

    public StartupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
