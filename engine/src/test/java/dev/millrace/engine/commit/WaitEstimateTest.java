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
        estimate.carriedOut(1_024, 20 * MILLI);

        assertThat(estimate.commandsMax()).isEqualTo(8_192);
    }

    @Test
    void asManyMayWaitAsAreCarriedOutInTime() {
        estimate.carriedOut(1_000, 400 * MILLI);

        assertThat(estimate.commandsMax()).isEqualTo(2_500);
    }

    @Test
    void wholeGroupMayWaitWhileGroupsAreQuick() {
        estimate.carriedOut(2, 200 * MILLI);

        assertThat(estimate.commandsMax()).isEqualTo(Sequencer.GROUP_COMMANDS_MAX);
    }

    @Test
    void fewMayWaitWhereGroupsTakeLong() {
        estimate.carriedOut(10, 1_000 * MILLI);

        assertThat(estimate.commandsMax()).isEqualTo(WaitEstimate.COMMANDS_MIN);
    }

    @Test
    void smallGroupsSayLittleOfThePace() {
        estimate.carriedOut(1_000, 400 * MILLI);
        estimate.carriedOut(1, 400 * MILLI);

        assertThat(estimate.commandsMax()).isBetween(1_500, 2_500);
    }

    @Test
    void withoutABoundOfTimeThePaceDoesNotMatter() {
        WaitEstimate byNumber = new WaitEstimate(QueueBounds.BY_NUMBER);
        byNumber.carriedOut(1, 10_000 * MILLI);

        assertThat(byNumber.commandsMax()).isEqualTo(QueueBounds.COMMANDS_MAX);
    }
}
