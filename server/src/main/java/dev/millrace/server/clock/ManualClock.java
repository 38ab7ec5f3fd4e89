package dev.millrace.server.clock;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is told to go on. It never goes back.
public final class ManualClock implements InstantSource {
    private volatile Instant now;

    /// A clock that stands at `start`.
    public ManualClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Goes to a later moment; an earlier one changes nothing.
    public synchronized void set(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }
}
