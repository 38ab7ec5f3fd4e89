package dev.millrace.triggers.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;

/// Splits, rolls and trimming while a function fails and recovers and the server is killed: every
/// record is delivered in lineage order at least once, or reported as given up, or was trimmed.
class TriggerSimulationTest {
    private static final int SEEDS = 400;
    private static final int STEPS = 300;
    private static final int CALM_STEPS_MAX = 2_000;

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRecordIsDeliveredInOrderOrAccountedFor(long seed) {
        Random random = new Random(seed);
        SimulatedStream stream = new SimulatedStream();
        DeliveryLedger ledger = new DeliveryLedger(stream, seed);
        SimulatedTrigger trigger = new SimulatedTrigger(stream, ledger, random);
        for (int i = 0; i < STEPS; i++) {
            disturb(stream, ledger, trigger, random);
            turn(trigger, false, random);
        }
        settle(trigger, random, seed);

        ledger.requireComplete();
    }

    private void disturb(
            SimulatedStream stream,
            DeliveryLedger ledger,
            SimulatedTrigger trigger,
            Random random) {
        switch (random.nextInt(40)) {
            case 0 -> stream.roll(random);
            case 1 -> stream.split(random);
            case 2 -> ledger.trimmed(stream.trim(random));
            case 3 -> trigger.crash();
            case 4 -> trigger.changeLanes();
            default -> stream.write(random.nextInt(SimulatedStream.KEYS), now);
        }
    }

    private void turn(SimulatedTrigger trigger, boolean calm, Random random) {
        now = now.plus(Duration.ofMillis(random.nextInt(calm ? 20_000 : 3_000)));
        trigger.discover(now);
        trigger.read(now);
        trigger.step(now);
        trigger.finish(calm, now);
        if (calm || random.nextInt(3) == 0) {
            trigger.checkpoint();
        }
    }

    private void settle(SimulatedTrigger trigger, Random random, long seed) {
        for (int i = 0; i < CALM_STEPS_MAX && !trigger.isDone(); i++) {
            turn(trigger, true, random);
        }
        assertThat(trigger.isDone()).as("seed %d comes to an end", seed).isTrue();
    }
}
