package dev.millrace.engine.backfill;

/// Says when a backfill may go on.
@FunctionalInterface
public interface BackfillPace {
    /// Goes on at once.
    BackfillPace UNHINDERED = () -> {};

    /// Returns when the next chunk may be carried out.
    ///
    /// @throws InterruptedException if the engine is being closed
    void awaitTurn() throws InterruptedException;
}
