package dev.millrace.conformance.model;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that goes on by one millisecond whenever it is read, so that a list of operations always
/// happens at the same times.
final class TickingClock implements InstantSource {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicLong ticks = new AtomicLong();

    @Override
    public Instant instant() {
        return START.plusMillis(ticks.getAndIncrement());
    }
}
