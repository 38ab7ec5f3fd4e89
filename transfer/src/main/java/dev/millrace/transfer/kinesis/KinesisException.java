package dev.millrace.transfer.kinesis;

import org.jspecify.annotations.Nullable;

/// That a stream took nothing.
public final class KinesisException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isFinal;

    private KinesisException(String message, boolean isFinal, @Nullable Throwable cause) {
        super(message, cause);
        this.isFinal = isFinal;
    }

    static KinesisException passing(String message, @Nullable Throwable cause) {
        return new KinesisException(message, false, cause);
    }

    static KinesisException refused(String message) {
        return new KinesisException(message, true, null);
    }

    /// Whether the same request will never be taken.
    boolean isFinal() {
        return isFinal;
    }
}
