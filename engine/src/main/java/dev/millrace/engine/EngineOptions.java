package dev.millrace.engine;

import dev.millrace.engine.backfill.BackfillPace;
import dev.millrace.store.Durability;

import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/// How an engine is to run.
///
/// @param account twelve digits
/// @param clock the time that everything in the engine goes by
/// @param random makes table ids and the secret of a new store; the latter should not be guessable
/// @param threads makes the threads of the sequencer and of backfills
/// @param backfillPace lets backfills go on
public record EngineOptions(
        String region,
        String account,
        Durability durability,
        InstantSource clock,
        RandomGenerator random,
        ThreadFactory threads,
        BackfillPace backfillPace) {
    /// Options of an engine whose backfills go on at once.
    public EngineOptions(
            String region,
            String account,
            Durability durability,
            InstantSource clock,
            RandomGenerator random,
            ThreadFactory threads) {
        this(region, account, durability, clock, random, threads, BackfillPace.UNHINDERED);
    }

    /// The defaults of a server: synchronous durability, the system's clock.
    public static EngineOptions of(String region, String account, RandomGenerator random) {
        return new EngineOptions(
                region,
                account,
                Durability.SYNC,
                InstantSource.system(),
                random,
                Thread.ofPlatform().name("sequencer").factory());
    }
}
