package dev.millrace.triggers.run;

import dev.millrace.triggers.destination.Destinations;
import dev.millrace.triggers.function.Functions;
import dev.millrace.triggers.mapping.LambdaNames;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/// Everything that triggers need from the process around them.
///
/// @param clock the engine's own
/// @param random makes ids and the jitter of pauses
/// @param threads makes virtual threads, one for each thing that may have to wait
/// @param failures is told of what went wrong through a fault of ours: what, and why
public record Surroundings(
        StreamOperations operations,
        LambdaNames names,
        Functions functions,
        Destinations destinations,
        InstantSource clock,
        RandomGenerator random,
        ThreadFactory threads,
        BiConsumer<String, Throwable> failures) {
    /// An id that nothing else has.
    public String newId() {
        long version = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(version, variant).toString();
    }
}
