package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The tables that stay in a passing status for a while, and until when.
///
/// A table is in it once at most, because nothing can be asked of a table in a passing status.
public final class StatusDelay {
    private final Duration delay;
    private final InstantSource clock;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    /// @param delay how long tables stay; zero for not at all
    public StatusDelay(Duration delay, InstantSource clock) {
        this.delay = delay;
        this.clock = clock;
    }

    private record Waiting(Table table, Instant until) {}

    boolean isNone() {
        return delay.isZero();
    }

    /// Whether what was changed at a moment still takes its time.
    boolean isPassing(Instant changed) {
        return !isNone() && clock.instant().isBefore(endOf(changed));
    }

    /// When a passing status ends that begins at `begin`.
    Instant endOf(Instant begin) {
        return begin.plus(delay);
    }

    /// Has a table stay from now on.
    void begin(Table table) {
        waiting.add(new Waiting(table, clock.instant().plus(delay)));
    }

    /// When the next table has stayed long enough; [Instant#MAX] if none stays.
    Instant nextEnd() {
        Waiting first = waiting.peek();
        return first == null ? Instant.MAX : first.until();
    }

    /// Takes out a table that has stayed long enough.
    Optional<Table> end() {
        Waiting first = waiting.peek();
        if (first == null || first.until().isAfter(clock.instant())) {
            return Optional.empty();
        }
        waiting.remove(first);
        return Optional.of(first.table());
    }
}
