package dev.millrace.transfer.source;

import org.jspecify.annotations.Nullable;

/// That an object cannot be read to its end.
public final class MalformedObjectException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedObjectException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
