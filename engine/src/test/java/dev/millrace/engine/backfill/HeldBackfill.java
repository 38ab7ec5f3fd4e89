package dev.millrace.engine.backfill;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Holds backfills until a test lets a chunk through.
public final class HeldBackfill implements BackfillPace {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private int permits;
    private int waiting;

    @Override
    public synchronized void awaitTurn() throws InterruptedException {
        waiting++;
        notifyAll();
        try {
            while (permits == 0) {
                wait();
            }
            permits--;
        } finally {
            waiting--;
        }
    }

    /// Returns when a backfill is held before its next chunk.
    public synchronized void awaitHeld() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (waiting == 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("no backfill asked for its turn");
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// Lets one chunk through and returns when it has been carried out.
    ///
    /// @param ended tells whether the backfill has ended with it
    public void letOneThrough(BooleanSupplier ended) {
        awaitHeld();
        synchronized (this) {
            permits++;
            notifyAll();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ended.getAsBoolean() && !isHeldAgain()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the chunk was not carried out");
            }
            Thread.onSpinWait();
        }
    }

    private synchronized boolean isHeldAgain() {
        return waiting > 0 && permits == 0;
    }
}
