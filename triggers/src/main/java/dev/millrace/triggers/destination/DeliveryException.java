package dev.millrace.triggers.destination;

import org.jspecify.annotations.Nullable;

/// A failure report that its destination did not take.
public final class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param reason what was in the way, for people
    public DeliveryException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
