package dev.millrace.engine;

import dev.millrace.engine.schedule.Driving;
import dev.millrace.store.Durability;

import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/// How an engine is to run.
///
/// @param account twelve digits
/// @param clock the time that everything in the engine goes by
/// @param random makes table ids and the secret of a new store; the latter should not be guessable
/// @param threads makes the threads of the sequencer and of the schedule
/// @param driving who runs what is due at a moment
public record EngineOptions(
        String region,
        String account,
        Durability durability,
        InstantSource clock,
        RandomGenerator random,
        ThreadFactory threads,
        Driving driving) {
    /// Options of an engine whose clock others move: due work is done when they say so.
    public EngineOptions(
            String region,
            String account,
            Durability durability,
            InstantSource clock,
            RandomGenerator random,
            ThreadFactory threads) {
        this(region, account, durability, clock, random, threads, Driving.BY_CALLS);
    }

    /// The defaults of a server: synchronous durability, the system's clock, which drives what is
    /// due.
    public static EngineOptions of(String region, String account, RandomGenerator random) {
        return new EngineOptions(
                region,
                account,
                Durability.SYNC,
                InstantSource.system(),
                random,
                Thread.ofPlatform().name("sequencer").factory(),
                Driving.BY_THREAD);
    }
}
