package dev.millrace.cli.demo;

import org.jspecify.annotations.Nullable;

/// Why the demo could not be carried out. The message is one sentence for the person who runs it.
final class DemoException extends RuntimeException {

    DemoException(String message) {
        super(message);
    }

    DemoException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
