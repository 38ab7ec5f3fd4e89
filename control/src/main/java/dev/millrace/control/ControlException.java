package dev.millrace.control;

import java.io.IOException;

/// A control request that the server refused, or that did not reach it.
public final class ControlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    ControlException(int status, String message) {
        super(message);
        this.status = status;
    }

    ControlException(String message, IOException cause) {
        super(message, cause);
        this.status = 0;
    }

    /// The HTTP status of the answer; 0 if there was none.
    public int status() {
        return status;
    }
}
