package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.destination.ApproximateCreationDateTimePrecision;
import dev.millrace.model.destination.DestinationStatus;
import dev.millrace.model.destination.KinesisDataStreamDestination;
import dev.millrace.model.error.ApiException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KinesisDestinationTest {
    private DestinationFixture fixture = new DestinationFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void answerShowsEnablingAndTheDestinationIsActiveByThen() {
        assertThat(fixture.enable(DestinationFixture.ARN, null))
                .isEqualTo(DestinationStatus.ENABLING);
        assertThat(fixture.shown())
                .containsExactly(
                        new KinesisDataStreamDestination(
                                DestinationFixture.ARN, DestinationStatus.ACTIVE, null, null));
    }

    @Test
    void streamThatIsNotThereEndsInEnableFailed() {
        fixture.enable(DestinationFixture.ARN, "no stream");
        assertThat(fixture.shown())
                .containsExactly(
                        new KinesisDataStreamDestination(
                                DestinationFixture.ARN,
                                DestinationStatus.ENABLE_FAILED,
                                "no stream",
                                null));
    }

    @Test
    void statusesPassWithTheDelay() {
        delay();
        fixture.engine().live(DestinationFixture.DELAY);
        fixture.enable(DestinationFixture.ARN, null);
        assertThat(fixture.statuses()).containsExactly(DestinationStatus.ENABLING);
        fixture.engine().live(DestinationFixture.DELAY);
        assertThat(fixture.statuses()).containsExactly(DestinationStatus.ACTIVE);
        fixture.disable(DestinationFixture.ARN);
        assertThat(fixture.disable(DestinationFixture.ARN)).isEqualTo(DestinationStatus.DISABLING);
        fixture.engine().live(DestinationFixture.DELAY);
        assertThat(fixture.statuses()).containsExactly(DestinationStatus.DISABLED);
    }

    @Test
    void passingStatusSurvivesARestart() {
        delay();
        fixture.engine().live(DestinationFixture.DELAY);
        fixture.enable(DestinationFixture.ARN, "no stream");
        fixture.engine().reopen();
        assertThat(fixture.statuses()).containsExactly(DestinationStatus.ENABLING);
        fixture.engine().live(DestinationFixture.DELAY);
        assertThat(fixture.statuses()).containsExactly(DestinationStatus.ENABLE_FAILED);
    }

    @Test
    void tableThatIsBeingCreatedIsNotThere() {
        delay();
        assertThatThrownBy(() -> fixture.enable(DestinationFixture.ARN, null))
                .isInstanceOf(ApiException.class)
                .hasMessage("Requested resource not found: Table: orders not found");
    }

    @Test
    void tableHasOneLiveDestination() {
        fixture.enable(DestinationFixture.ARN, null);
        assertThatThrownBy(() -> fixture.enable(DestinationFixture.OTHER, null))
                .isInstanceOf(ApiException.class)
                .hasMessage(
                        "Table is not in a valid state to enable Kinesis Streaming Destination:"
                                + " EnableKinesisStreamingDestination must be DISABLED or"
                                + " ENABLE_FAILED to perform ENABLE operation.");
    }

    @Test
    void streamThatIsEnabledAnewIsShownOnceAndForgetsItsPrecision() {
        fixture.enable(DestinationFixture.ARN, null);
        fixture.update(DestinationFixture.ARN, ApproximateCreationDateTimePrecision.MICROSECOND);
        fixture.disable(DestinationFixture.ARN);
        fixture.enable(DestinationFixture.ARN, null);
        assertThat(fixture.shown())
                .containsExactly(
                        new KinesisDataStreamDestination(
                                DestinationFixture.ARN, DestinationStatus.ACTIVE, null, null));
    }

    @Test
    void noMoreThanTwentyDestinationsAreRemembered() {
        for (int i = 0; i <= EnableDestination.SHOWN_MAX; i++) {
            fixture.enable(DestinationFixture.ARN + i, "no stream");
        }
        assertThat(fixture.shown())
                .hasSize(EnableDestination.SHOWN_MAX)
                .first()
                .extracting(KinesisDataStreamDestination::streamArn)
                .isEqualTo(DestinationFixture.ARN + EnableDestination.SHOWN_MAX);
    }

    @Test
    void defaultPrecisionIsMilliseconds() {
        fixture.enable(DestinationFixture.ARN, null);
        assertThatThrownBy(() ->
                        fixture.update(
                                DestinationFixture.ARN,
                                ApproximateCreationDateTimePrecision.MILLISECOND))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith(
                        "Invalid Request: Precision is already set to the desired value of"
                                + " MILLISECOND for tableId: ")
                .hasMessageEndingWith(", kdsArn: " + DestinationFixture.ARN);
    }

    @Test
    void streamThatWasNeverEnabledCannotBeDisabled() {
        assertThatThrownBy(() -> fixture.disable("not-an-arn"))
                .isInstanceOf(ApiException.class)
                .hasMessageEndingWith(
                        "KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.");
    }

    private void delay() {
        fixture.close();
        fixture = new DestinationFixture(DestinationFixture.DELAY);
    }
}
