package dev.millrace.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.testkit.store.UnreliableStore;
import dev.millrace.testkit.store.UnreliableStore.Odds;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/// The engine on a disk that fails and forgets.
///
/// `-Dfault.steps=N` and `-Dfault.seeds=N` make longer runs; the last seed of each run is a random
/// one.
final class FaultSimulationTest {
    private static final int STEPS = Integer.getInteger("fault.steps", 400);
    private static final int SEEDS = Integer.getInteger("fault.seeds", 12);
    private static final Odds ODDS = new Odds(40, 0);

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.rangeClosed(1, SEEDS),
                LongStream.of(RandomGenerator.getDefault().nextLong()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasAcknowledgedIsThereAndWhatWasNotIsThereAsAWholeOrNotAtAll(long seed) {
        Random random = new Random(seed);
        UnreliableStore store = new UnreliableStore(Keyspace.families(), random, new Odds(0, 0));
        FaultWorld world = new FaultWorld(store);
        world.create();
        store.fail(ODDS);
        FaultHistory history = new FaultHistory(store, world, random);
        for (int step = 1; step <= STEPS; step++) {
            assertThat(history.step()).as("seed %d, step %d", seed, step).isEmpty();
        }
        store.fail(new Odds(0, 0));
        assertThat(history.end()).as("seed %d, at the end", seed).isEmpty();
        assertThat(history.recoveries()).as("seed %d, recoveries", seed).isPositive();
        System.out.printf(
                "fault simulation: seed %d, %d steps, %d writes failed, %d recoveries%n",
                seed, STEPS, history.failures(), history.recoveries());
        world.close();
    }
}
