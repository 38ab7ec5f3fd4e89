package dev.millrace.engine.commit;

import dev.millrace.store.DamagedStoreException;
import dev.millrace.store.StoreException;
import dev.millrace.store.StoreFullException;

/// What a failure of the log means for whoever runs the server.
final class LogFailures {
    private LogFailures() {}

    /// The state of a log that failed for `cause`. What the storage reports may pass; a fault of
    /// ours leaves the state in memory in doubt.
    static LogState state(Throwable cause) {
        return switch (cause) {
            case DamagedStoreException damage ->
                    new LogState.ReadOnly(
                            "stored data is damaged; check it with 'millrace verify' and restore a"
                                    + " backup: "
                                    + rootText(damage),
                            true);
            case StoreFullException full ->
                    new LogState.ReadOnly(
                            "the disk is full; make room and writing goes on by itself: "
                                    + full.getMessage(),
                            false);
            case StoreException failure ->
                    new LogState.ReadOnly(
                            "the storage fails; once it works, writing goes on by itself: "
                                    + failure.getMessage(),
                            false);
            default ->
                    new LogState.ReadOnly(
                            "the server failed and has to be started again: " + cause, true);
        };
    }

    // A refusal to write to a damaged store names the damage as its cause.
    private static String rootText(DamagedStoreException damage) {
        return damage.getCause() instanceof DamagedStoreException found
                ? String.valueOf(found.getMessage())
                : String.valueOf(damage.getMessage());
    }
}
