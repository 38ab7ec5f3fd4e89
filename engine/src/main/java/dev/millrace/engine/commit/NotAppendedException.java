package dev.millrace.engine.commit;

/// Commits that could not even be made ready to be appended: nothing of them was written, and the
/// log is as it was.
public final class NotAppendedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAppendedException(RuntimeException cause) {
        super("the commits could not be made ready", cause);
    }
}
