package dev.millrace.engine;

import dev.millrace.engine.backfill.BackfillPace;
import dev.millrace.engine.schedule.Driving;
import dev.millrace.engine.shard.ShardOptions;
import dev.millrace.store.Durability;

import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/// How an engine is to run.
///
/// @param account twelve digits
/// @param clock the time that everything in the engine goes by
/// @param random makes table ids and the secret of a new store; the latter should not be guessable
/// @param threads makes the threads of the sequencer, of the schedule and of backfills
/// @param driving who runs what is due at a moment
/// @param shards when shards roll over and split, and how long records stay
/// @param streamLimits whether streams are read no faster than AWS lets them be
/// @param tables how tables behave where there is a choice
/// @param backfillPace lets backfills go on
/// @param bounds how much is taken on at a time
public record EngineOptions(
        String region,
        String account,
        Durability durability,
        InstantSource clock,
        RandomGenerator random,
        ThreadFactory threads,
        Driving driving,
        ShardOptions shards,
        boolean streamLimits,
        TableBehaviour tables,
        BackfillPace backfillPace,
        EngineBounds bounds) {
    /// Options of an engine that bounds nothing but the number of waiting writes.
    public EngineOptions(
            String region,
            String account,
            Durability durability,
            InstantSource clock,
            RandomGenerator random,
            ThreadFactory threads,
            Driving driving,
            ShardOptions shards,
            boolean streamLimits,
            TableBehaviour tables,
            BackfillPace backfillPace) {
        this(
                region,
                account,
                durability,
                clock,
                random,
                threads,
                driving,
                shards,
                streamLimits,
                tables,
                backfillPace,
                EngineBounds.NONE);
    }

    /// Options of an engine whose clock others move: due work is done when they say so. Backfills
    /// go on at once.
    public EngineOptions(
            String region,
            String account,
            Durability durability,
            InstantSource clock,
            RandomGenerator random,
            ThreadFactory threads) {
        this(
                region,
                account,
                durability,
                clock,
                random,
                threads,
                Driving.BY_CALLS,
                ShardOptions.DEFAULT,
                false,
                TableBehaviour.DEFAULT,
                BackfillPace.UNHINDERED);
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
                Driving.BY_THREAD,
                ShardOptions.DEFAULT,
                false,
                TableBehaviour.DEFAULT,
                BackfillPace.UNHINDERED);
    }

    /// These options with other behaviour of tables.
    public EngineOptions withTables(TableBehaviour behaviour) {
        return new EngineOptions(
                region,
                account,
                durability,
                clock,
                random,
                threads,
                driving,
                shards,
                streamLimits,
                behaviour,
                backfillPace,
                bounds);
    }

    /// These options with another life of shards.
    public EngineOptions withShards(ShardOptions others) {
        return new EngineOptions(
                region,
                account,
                durability,
                clock,
                random,
                threads,
                driving,
                others,
                streamLimits,
                tables,
                backfillPace,
                bounds);
    }

    /// These options with other bounds.
    public EngineOptions withBounds(EngineBounds others) {
        return new EngineOptions(
                region,
                account,
                durability,
                clock,
                random,
                threads,
                driving,
                shards,
                streamLimits,
                tables,
                backfillPace,
                others);
    }
}
