package dev.millrace.conformance.model;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.Store;
import dev.millrace.store.memory.InMemoryStore;
import dev.millrace.store.rocksdb.RocksDbStore;
import dev.millrace.testkit.ModelCheck;
import dev.millrace.testkit.SystemUnderTest;
import dev.millrace.testkit.sut.RequestSystem;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/// The engine answers like the reference database, whatever it stands on.
///
/// `-Dmodel.operations=N` and `-Dmodel.seeds=N` make longer runs; the last seed of each run is a
/// random one.
final class ModelTest {
    private static final int OPERATIONS = Integer.getInteger("model.operations", 2_000);
    private static final int SEEDS = Integer.getInteger("model.seeds", 3);
    private static final int CALLS_PER_LIFE = 97;
    private static final long PAUSE_NANOS = 5_000_000;
    private static final long BLOCK_CACHE_BYTES = 8 * 1024 * 1024;

    @TempDir private Path directory;
    private int stores;

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.rangeClosed(1, SEEDS),
                LongStream.of(RandomGenerator.getDefault().nextLong()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void engineInMemoryIsLikeTheReference(long seed) {
        check(seed, this::inMemory);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void engineOnDiskThatIsReopenedAgainAndAgainIsLikeTheReference(long seed) {
        check(seed, this::onDisk);
    }

    private static void check(long seed, Supplier<SystemUnderTest> systems) {
        System.out.println("model check: seed " + seed + ", " + OPERATIONS + " operations");
        ModelCheck.run(seed, OPERATIONS, systems);
    }

    private SystemUnderTest inMemory() {
        return system(() -> new InMemoryStore(Keyspace.families()), Integer.MAX_VALUE);
    }

    private SystemUnderTest onDisk() {
        Path place = directory.resolve("store-" + stores++);
        return system(
                () -> RocksDbStore.open(place, Keyspace.families(), BLOCK_CACHE_BYTES),
                CALLS_PER_LIFE);
    }

    private static SystemUnderTest system(Supplier<Store> store, int callsPerLife) {
        EngineLives engine = new EngineLives(store, callsPerLife);
        return new RequestSystem(
                new EngineClient(engine), ModelTest::pause, engine::close, engine::passUntil);
    }

    // Backups and restored tables are filled in the background.
    private static void pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
    }
}
