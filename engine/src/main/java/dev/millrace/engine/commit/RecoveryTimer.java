package dev.millrace.engine.commit;

import dev.millrace.engine.schedule.Timer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// When to try whether a log that failed takes commits again: a moment after it failed, then at
/// growing intervals. And at once, when damage was found by a reader, to stop writing.
public final class RecoveryTimer implements Timer {
    /// How long after a failure the log is tried first.
    public static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    /// The longest time between two tries.
    public static final Duration WAIT_MAX = Duration.ofSeconds(15);

    private final Sequencer sequencer;
    private final InstantSource clock;
    private Duration wait = FIRST_WAIT;
    private @Nullable Instant next;

    /// A timer that goes by `clock`.
    public RecoveryTimer(Sequencer sequencer, InstantSource clock) {
        this.sequencer = sequencer;
        this.clock = clock;
    }

    @Override
    public Instant due() {
        return switch (sequencer.health().state()) {
            case LogState.Writable _ -> {
                next = null;
                wait = FIRST_WAIT;
                yield sequencer.isDamaged() ? Instant.MIN : Instant.MAX;
            }
            case LogState.ReadOnly(_, boolean needsRestart) ->
                    needsRestart ? Instant.MAX : nextTry();
        };
    }

    @Override
    public void run() {
        if (sequencer.health().isWritable()) {
            sequencer.stopForDamage();
        } else {
            sequencer.recover();
            wait = longer(wait);
            next = clock.instant().plus(wait);
        }
    }

    private Instant nextTry() {
        if (next == null) {
            next = clock.instant().plus(wait);
        }
        return next;
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : twice;
    }
}
