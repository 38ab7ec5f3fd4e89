package dev.millrace.cli.demo;

import java.time.Duration;

/// A short wait before something is asked for again.
@FunctionalInterface
interface Pause {

    /// Waits.
    void take();

    /// A wait of `duration`.
    static Pause of(Duration duration) {
        return () -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting", e);
            }
        };
    }
}
