package dev.millrace.conformance.wire;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until it is told to go on.
final class ManualClock implements InstantSource {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-23T08:00:00.250Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    /// Goes to a later moment.
    void set(Instant moment) {
        now.set(moment);
    }
}
