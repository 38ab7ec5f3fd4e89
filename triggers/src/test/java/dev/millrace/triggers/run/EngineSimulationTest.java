package dev.millrace.triggers.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.testkit.schedule.SeededThreads;
import dev.millrace.testkit.schedule.Seeds;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/// A mapping on a real engine whose shards split, roll over and are trimmed, while several clients
/// write, its function fails and recovers and the server is killed. All of that, the sequencer
/// among it, runs on threads of which one seed lets one go on at a time: every record is delivered
/// in lineage order at least once, or reported as given up, or was trimmed; and a record whose
/// function writes back with its token counts exactly once.
///
/// A seed that has once found a fault is kept in `kept-seeds.txt`; for the properties see [Seeds].
class EngineSimulationTest {
    private static final String NAME = "engine simulation";
    private static final int SEEDS = 1_000;
    private static final int STEPS = 200;
    private static final int CALM_STEPS_MAX = 600;
    private static final Duration RETENTION = Duration.ofHours(24);

    @Test
    void everyRecordIsDeliveredInOrderOrAccountedFor() {
        Seeds.ofProperties(SEEDS).run(NAME, EngineSimulationTest::run);
    }

    @Test
    void seedsThatOnceFoundAFaultFindNoneNow() {
        Seeds.runKept(
                NAME, EngineSimulationTest.class, "kept-seeds.txt", EngineSimulationTest::run);
    }

    @Test
    void seedIsReplayedExactly() {
        for (long seed : List.of(3L, 14L, 15L)) {
            assertThat(run(seed)).as("seed %d", seed).isEqualTo(run(seed));
        }
    }

    private static String run(long seed) {
        Random random = new Random(seed);
        SeededThreads threads = new SeededThreads(random);
        return threads.run(() -> simulate(seed, random, threads));
    }

    private static String simulate(long seed, Random random, SeededThreads threads) {
        SimulatedLedger ledger = new SimulatedLedger(seed);
        try (SimulatedWorld world = new SimulatedWorld(random, threads.factory(), ledger)) {
            SimulatedFunction function = new SimulatedFunction(world, ledger, random);
            SimulatedRun run = new SimulatedRun(world, function, ledger, random);
            for (int i = 0; i < STEPS; i++) {
                disturb(world, ledger, run, random);
                work(function, run, random);
                pass(world, ledger, random);
            }
            world.awaitWriters();
            settle(world, ledger, function, run);
            requireCounts(ledger, function, run);
            return function.trace();
        }
    }

    private static void disturb(
            SimulatedWorld world, SimulatedLedger ledger, SimulatedRun run, Random random) {
        switch (random.nextInt(40)) {
            case 0 -> world.roll();
            case 1 -> world.split();
            case 2 -> {
                var before = world.now().minusSeconds(random.nextInt(60));
                ledger.trimmed(before);
                world.trim(before);
            }
            case 3 -> run.crash();
            case 4 -> run.changeLanes();
            case 5, 6, 7 -> world.awaitWriters();
            default -> world.write(random.nextInt(1, 4));
        }
    }

    private static void work(SimulatedFunction function, SimulatedRun run, Random random) {
        run.discover();
        for (int i = random.nextInt(6); i >= 0; i--) {
            if (random.nextBoolean()) {
                run.turnOne();
            } else {
                run.doOne();
            }
        }
        if (random.nextInt(4) == 0) {
            function.comeLate();
        }
    }

    private static void pass(SimulatedWorld world, SimulatedLedger ledger, Random random) {
        boolean isLong = random.nextInt(60) == 0;
        world.live(
                isLong
                        ? Duration.ofMinutes(random.nextInt(300))
                        : Duration.ofMillis(random.nextInt(4_000)));
        ledger.trimmed(world.now().minus(RETENTION));
    }

    private static void settle(
            SimulatedWorld world,
            SimulatedLedger ledger,
            SimulatedFunction function,
            SimulatedRun run) {
        function.calmDown();
        run.calmDown();
        for (int i = 0; i < CALM_STEPS_MAX && !ledger.isComplete(); i++) {
            run.discover();
            run.turnAll();
            run.doAll();
            run.turnAll();
            world.live(Duration.ofSeconds(10));
            ledger.trimmed(world.now().minus(RETENTION));
        }
        assertThat(ledger.isComplete()).as("%s comes to an end", ledger.seed()).isTrue();
    }

    private static void requireCounts(
            SimulatedLedger ledger, SimulatedFunction function, SimulatedRun run) {
        if (!run.isExactlyOnce()) {
            return;
        }
        for (int number = 0; number < ledger.size(); number++) {
            assertThat(function.countOf(number))
                    .as("%s: record %d", ledger.seed(), number)
                    .isLessThanOrEqualTo(1);
        }
        ledger.kept()
                .forEach(number ->
                        assertThat(function.countOf(number))
                                .as("%s: record %d", ledger.seed(), number)
                                .isEqualTo(1));
    }
}
