package dev.millrace.conformance.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.Store;
import dev.millrace.store.memory.InMemoryStore;
import dev.millrace.store.rocksdb.RocksDbStore;
import dev.millrace.testkit.invariant.ReplayedStreamEqualsTable;
import dev.millrace.testkit.stream.StreamContent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Random histories and one whole day.
///
/// `-Dshard.steps=N` and `-Dshard.seeds=N` make longer runs; the last seed of each run is a random
/// one.
final class ShardLifeTest {
    private static final int STEPS = Integer.getInteger("shard.steps", 250);
    private static final int SEEDS = Integer.getInteger("shard.seeds", 3);
    private static final int STEPS_ON_DISK = STEPS / 3;
    private static final long BLOCK_CACHE_BYTES = 8 * 1024 * 1024;
    private static final int READERS = 4;
    private static final int LINEAGES = 4;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    @TempDir private Path directory;

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.rangeClosed(1, SEEDS),
                LongStream.of(RandomGenerator.getDefault().nextLong()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyHistoryInMemoryIsReadOnceAndInOrder(long seed) {
        Store store = new KeptStore(new InMemoryStore(Keyspace.families()));
        check(seed, STEPS, () -> store);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyHistoryOnDiskIsReadOnceAndInOrder(long seed) {
        Path place = directory.resolve("store");
        check(
                seed,
                STEPS_ON_DISK,
                () -> RocksDbStore.open(place, Keyspace.families(), BLOCK_CACHE_BYTES));
    }

    @Test
    void fourReadersFollowADayOfRollovers() {
        try (ShardWorld world = new ShardWorld(() -> new InMemoryStore(Keyspace.families()))) {
            Random random = new Random(4);
            List<Consumer> readers =
                    IntStream.range(0, READERS)
                            .mapToObj(number ->
                                    new Consumer(world, world.streamArn(), new Random(number)))
                            .toList();
            for (Duration day = Duration.ZERO; day.toHours() < 24; day = day.plus(PAUSE)) {
                IntStream.range(0, 10).forEach(_ -> world.write(random));
                readers.forEach(reader -> reader.read(random.nextInt(12)));
                world.live(PAUSE);
            }
            assertThat(readers)
                    .allSatisfy(reader -> {
                        reader.drain();
                        StreamContent read = reader.content();
                        assertThat(read.shards().size()).isBetween(LINEAGES * 6, LINEAGES * 7);
                        assertThat(
                                        ReplayedStreamEqualsTable.violations(
                                                read, List.of(), world.items()))
                                .isEmpty();
                    });
        }
    }

    private static void check(long seed, int steps, Supplier<Store> stores) {
        System.out.println("shard life: seed " + seed + ", " + steps + " steps");
        Random random = new Random(seed);
        try (ShardHistory history = new ShardHistory(new ShardWorld(stores), random)) {
            for (int step = 1; step <= steps; step++) {
                assertThat(history.step()).as("seed %d, step %d", seed, step).isEmpty();
            }
            assertThat(history.end()).as("seed %d, at the end", seed).isEmpty();
        }
    }
}
