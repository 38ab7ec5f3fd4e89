package dev.millrace.cli.demo.git;

import org.jspecify.annotations.Nullable;

/// Why a repository could not be read. The message is one sentence for the person who named it.
public final class GitException extends RuntimeException {

    GitException(String message) {
        super(message);
    }

    GitException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
