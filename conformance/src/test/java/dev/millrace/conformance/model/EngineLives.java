package dev.millrace.conformance.model;

import dev.millrace.engine.Engine;
import dev.millrace.engine.EngineOptions;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.shard.ShardOptions;
import dev.millrace.engine.verify.StoreVerifier;
import dev.millrace.store.Durability;
import dev.millrace.store.Store;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/// One database that is closed and opened again every few calls.
final class EngineLives implements AutoCloseable {
    // A run lets more than a day pass, and in the end its whole stream is looked at.
    private static final ShardOptions KEEPING_ALL =
            new ShardOptions(
                    ShardOptions.DEFAULT.rollover(),
                    ShardOptions.DEFAULT.splitUnitsPerSecond(),
                    ShardOptions.DEFAULT.splitAfter(),
                    ShardOptions.DEFAULT.splitBytes(),
                    ShardOptions.RETENTION_MAX);
    private static final long SECRET_SEED = 7;

    private final Supplier<Store> stores;
    private final int callsPerLife;
    private final TickingClock clock = new TickingClock();
    private Store store;
    private Engine engine;
    private int calls;

    /// @param stores opens the store, the same one each time
    /// @param callsPerLife after how many calls store and engine are closed and opened again
    EngineLives(Supplier<Store> stores, int callsPerLife) {
        this.stores = stores;
        this.callsPerLife = callsPerLife;
        store = stores.get();
        engine = open(store);
    }

    /// Carries out one request.
    <Q, R> R call(Function<Engine, Operation<Q, R>> operation, Q request) {
        if (calls == callsPerLife) {
            close();
            store = stores.get();
            engine = open(store);
            calls = 0;
        }
        calls++;
        return operation.apply(engine).execute(request);
    }

    /// Lets time pass until `moment`, unless it is later already, and what is due by then happen.
    void passUntil(Instant moment) {
        engine.schedule().advance(moment, clock::set);
    }

    /// Ends this life, after a look at everything that it has stored.
    @Override
    public void close() {
        engine.close();
        List<String> violations = StoreVerifier.verify(store).violations();
        store.close();
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("; ", violations));
        }
    }

    // Nothing here survives the end of the process, so nothing needs to reach the disk.
    private Engine open(Store opened) {
        return Engine.open(
                new EngineOptions(
                                "us-east-1",
                                "000000000000",
                                Durability.RELAXED,
                                clock,
                                new Random(SECRET_SEED),
                                Thread.ofPlatform().name("sequencer").factory())
                        .withShards(KEEPING_ALL),
                opened);
    }
}
