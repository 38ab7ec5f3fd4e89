package dev.millrace.engine.commit;

import org.jspecify.annotations.Nullable;

/// A command that could not be carried out, because the commit log has failed or the server is
/// closing. Whether it took effect is not known if it was under way.
public final class SequencerStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SequencerStoppedException(@Nullable Throwable cause) {
        super("the sequencer has stopped", cause);
    }
}
