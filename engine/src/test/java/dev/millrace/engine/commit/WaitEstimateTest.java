package dev.millrace.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class WaitEstimateTest {
    private static final long MILLI = 1_000_000;

    private final WaitEstimate estimate =
            new WaitEstimate(new QueueBounds(8_192, Duration.ofSeconds(1)));

    @Test
    void asManyAsAreAllowedMayWaitBeforeAnythingIsKnown() {
        assertThat(estimate.commandsMax()).isEqualTo(8_192);
    }

    @Test
    void fastPaceIsBoundedByTheNumberAlone() {
        carryOut(1_024, 20);

        assertThat(estimate.commandsMax()).isEqualTo(8_192);
    }

    @Test
    void asManyMayWaitAsAreCarriedOutInTime() {
        carryOut(1_000, 400);

        assertThat(estimate.commandsMax()).isEqualTo(2_500);
    }

    @Test
    void wholeGroupMayWaitWhileGroupsAreQuick() {
        carryOut(1_000, 2_000);
        estimate.carriedOut(2, 200 * MILLI);

        assertThat(estimate.commandsMax()).isEqualTo(Sequencer.GROUP_COMMANDS_MAX);
    }

    @Test
    void fewMayWaitWhereGroupsTakeLong() {
        carryOut(100, 1_000);

        assertThat(estimate.commandsMax()).isEqualTo(WaitEstimate.COMMANDS_MIN);
    }

    @Test
    void smallGroupsSayLittleOfThePace() {
        carryOut(1_000, 400);
        estimate.carriedOut(1, 400 * MILLI);

        assertThat(estimate.commandsMax()).isBetween(1_500, 2_500);
    }

    @Test
    void withoutABoundOfTimeThePaceDoesNotMatter() {
        WaitEstimate byNumber = new WaitEstimate(QueueBounds.BY_NUMBER);
        byNumber.carriedOut(1, 10_000 * MILLI);

        assertThat(byNumber.commandsMax()).isEqualTo(QueueBounds.COMMANDS_MAX);
    }

    private void carryOut(int commands, long millis) {
        for (int i = 0; i < 300; i++) {
            estimate.carriedOut(commands, millis * MILLI);
        }
    }
}
