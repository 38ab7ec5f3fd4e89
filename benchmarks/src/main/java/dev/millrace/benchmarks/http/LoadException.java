package dev.millrace.benchmarks.http;

import org.jspecify.annotations.Nullable;

/// Why a run came to nothing: the server cannot be reached, or it answers in a way that the driver
/// does not understand.
public final class LoadException extends RuntimeException {

    public LoadException(String message) {
        super(message);
    }

    public LoadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
