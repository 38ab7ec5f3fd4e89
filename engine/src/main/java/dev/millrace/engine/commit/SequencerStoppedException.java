package dev.millrace.engine.commit;

import org.jspecify.annotations.Nullable;

/// A command that could not be carried out because the server is closing, or its thread has died.
public final class SequencerStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SequencerStoppedException(@Nullable Throwable cause) {
        super("the sequencer has stopped", cause);
    }
}
