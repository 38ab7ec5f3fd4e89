package dev.millrace.engine.commit;

import org.jspecify.annotations.Nullable;

/// A command that was not carried out because the log takes no commits, or whose group was being
/// appended when the log failed; in the second case it may be found to have taken effect.
///
/// It comes in masses where it comes at all, so it has no stack: [LogHealth] tells of the cause,
/// once.
public final class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LogUnavailableException(@Nullable Throwable cause) {
        super("the log takes no commits", cause, false, false);
    }
}
