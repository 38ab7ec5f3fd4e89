package dev.millrace.engine;

import dev.millrace.engine.commit.QueueBounds;
import dev.millrace.engine.throttle.MemoryGate;

import java.util.function.LongSupplier;

/// How much an engine takes on at a time. What clients ask beyond that is refused with AWS's
/// `ThrottlingException`; what the engine does of its own accord is not.
///
/// @param writes how much may wait to be written
/// @param nanoTime by which waiting is measured, as [System#nanoTime]
/// @param memory what all answers together may take up; whoever begins requests gives it back
/// @param waitingReadersMax how many readers of streams may wait for records
public record EngineBounds(
        QueueBounds writes, LongSupplier nanoTime, MemoryGate memory, int waitingReadersMax) {
    /// Only as many writes may wait as always; nothing else is bounded by the engine itself.
    public static final EngineBounds NONE =
            new EngineBounds(QueueBounds.BY_NUMBER, () -> 0, MemoryGate.NONE, Integer.MAX_VALUE);
}
