package dev.millrace.conformance.model;

import dev.millrace.testkit.operation.OperationGenerator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that goes on by one millisecond whenever it is read, so that a list of operations always
/// happens at the same times.
final class TickingClock implements InstantSource {
    private static final Instant START = OperationGenerator.START;

    private final AtomicLong ticks = new AtomicLong();

    /// Sets the clock, though never back.
    void set(Instant moment) {
        ticks.accumulateAndGet(Duration.between(START, moment).toMillis(), Math::max);
    }

    @Override
    public Instant instant() {
        return START.plusMillis(ticks.getAndIncrement());
    }
}
